// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenfloat.domain.state.StringState;
import org.junit.jupiter.api.Test;

class TargetTrackerTest {

    private static final double LOST = Double.NaN;

    private final EqualizerTuning tuning = EqualizerTuning.of(Strings.block(6, 40), Strings.C20, 10, 0);
    private final TargetTracker tracker = new TargetTracker(5, 6, tuning);
    private final boolean[] excluded = new boolean[5];

    private void update(StringState state, double... volts) {
        tracker.update(10, state, volts, excluded);
    }

    @Test
    void aLowOutlierDoesNotCountAndAHighOneDoes() {
        update(StringState.FLOAT, 13.5, 13.6, 13.7, 12.87, 14.5);

        assertThat(tracker.meanVolts()).as("12.87 is 0.73 V below the median").isCloseTo(13.825, within(1e-9));
        update(StringState.FLOAT, 13.5, 13.6, 13.7, 12.89, 14.5);
        assertThat(tracker.meanVolts()).as("12.89 is 0.71 V below").isCloseTo(13.638, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenCountLiesBetweenTheMiddleTwo() {
        update(StringState.FLOAT, 13.0, 13.9, 13.9, LOST, 13.0);

        assertThat(tracker.meanVolts()).isCloseTo(13.45, within(1e-9));
    }

    @Test
    void excludedBlocksCountNeitherForMeanNorMedian() {
        excluded[3] = true;
        excluded[4] = true;
        update(StringState.FLOAT, 13.5, 13.6, 13.7, 15, 15);

        assertThat(tracker.meanVolts()).isCloseTo(13.6, within(1e-9));
    }

    @Test
    void aLostFrameCountsWithItsLastVoltageForThreeMinutes() {
        update(StringState.FLOAT, 13.5, 13.6, 13.7, 13.6, 14.1);
        for (int cycle = 0; cycle < 18; cycle++) {
            update(StringState.FLOAT, 13.5, 13.6, 13.7, 13.6, LOST);
        }
        assertThat(tracker.meanVolts()).isCloseTo(13.7, within(1e-9));

        update(StringState.FLOAT, 13.5, 13.6, 13.7, 13.6, LOST);
        assertThat(tracker.meanVolts()).isCloseTo(13.6, within(1e-9));
    }

    @Test
    void aBlockNeverSeenIsLeftOut() {
        update(StringState.FLOAT, 13.5, LOST, LOST, LOST, 13.7);

        assertThat(tracker.meanVolts()).isCloseTo(13.6, within(1e-9));
    }

    @Test
    void nothingKnownMeansNoTargetAndTheNextReadingGivesOne() {
        update(StringState.FLOAT, LOST, LOST, LOST, LOST, LOST);
        assertThat(tracker.targetVolts()).isNaN();

        update(StringState.FLOAT, 13.6, LOST, LOST, LOST, LOST);
        assertThat(tracker.targetVolts()).isEqualTo(13.6);
    }

    @Test
    void floatFiltersTheTargetWhileRechargeAndBoostFollowAtOnceAndTheFilterRunsOn() {
        update(StringState.FLOAT, 13, 13, 13, 13, 13);
        update(StringState.FLOAT, 14, 14, 14, 14, 14);
        double afterOne = 13 + 10.0 / 130;
        assertThat(tracker.targetVolts()).isCloseTo(afterOne, within(1e-9));

        update(StringState.BOOST, 14, 14, 14, 14, 14);
        assertThat(tracker.targetVolts()).isEqualTo(14);
        update(StringState.RECHARGE, 14, 14, 14, 14, 14);
        assertThat(tracker.targetVolts()).isEqualTo(14);

        update(StringState.FLOAT, 14, 14, 14, 14, 14);
        assertThat(tracker.targetVolts()).isCloseTo(14 - Math.pow(120.0 / 130, 4), within(1e-9));
    }
}
