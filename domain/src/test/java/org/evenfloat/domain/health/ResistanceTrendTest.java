// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ResistanceTrendTest {

    private static final int WEEKS = 156;

    private static ResistanceTrend weekly(double noise, long seed, DoubleUnaryOperator ratioOfDay) {
        Random random = new Random(seed);
        double[] days = new double[WEEKS];
        double[] at25 = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            days[week] = 7.0 * week;
            at25[week] = 5 * ratioOfDay.applyAsDouble(days[week]) * (1 + noise * random.nextGaussian());
        }
        return ResistanceTrend.of(days, at25);
    }

    @Test
    void takesTheTemperatureOut() {
        double warm = ResistanceTrend.at25(5.0, 35, ResistanceTrend.PER_KELVIN);
        assertThat(warm).isCloseTo(5 * 1.0725, within(0.001));
        assertThat(ResistanceTrend.at25(5.0, 25, ResistanceTrend.PER_KELVIN)).isEqualTo(5.0);
    }

    @Test
    void theRatioIsThatOfTheLineAndTheDateFollowsFromIt() {
        ResistanceTrend trend = weekly(0, 1, day -> 1 + 0.1 * day / 365);
        double last = 7.0 * (WEEKS - 1);
        assertThat(trend.presentRatio()).isCloseTo((1 + 0.1 * last / 365) / trend.reference() * 5, within(1e-9));
        ResistanceTrend.ReplaceBy replace = trend.replaceBy();
        double slope = 0.1 / 365 * 5 / trend.reference();
        assertThat(replace.likelyDays()).isCloseTo((1.5 - trend.presentRatio()) / slope, within(0.5));
        assertThat(replace.soonestDays()).isLessThanOrEqualTo(replace.likelyDays());
        assertThat(replace.latestDays()).isGreaterThanOrEqualTo(replace.likelyDays());
    }

    @Test
    void warnsOfAnAgeingBlockAndOfNoHealthyOne() {
        for (long seed = 1; seed <= 30; seed++) {
            assertThat(weekly(0.02, seed, day -> 1).dayAbove(ResistanceTrend.WARN_RATIO)).as("seed " + seed).isNaN();
            double day = weekly(0.02, seed, at -> 1 + 0.2 * at / 365).dayAbove(ResistanceTrend.WARN_RATIO);
            assertThat(day).as("1.25 is reached on day 456 and a little, seed " + seed).isBetween(400.0, 640.0);
        }
    }

    @Test
    void oneWildMeasurementIsNoWarning() {
        ResistanceTrend trend = weekly(0, 1, day -> day == 700 ? 2 : 1);
        assertThat(trend.dayAbove(ResistanceTrend.WARN_RATIO)).isNaN();
        assertThat(trend.presentRatio()).isCloseTo(1, within(1e-9));
        assertThat(trend.replaceBy()).isNull();
    }

    @Test
    void ageingThatSpeedsUpIsTakenAtItsLatestPace() {
        ResistanceTrend trend = weekly(0, 1, day -> 1 + 0.3 * Math.pow(day / 1_085, 4));
        double yearsPace = (1.5 - trend.presentRatio()) / trend.line().slope();
        assertThat(trend.replaceBy().likelyDays()).isLessThan(0.8 * yearsPace);
    }

    @Test
    void needsAReference() {
        assertThat(ResistanceTrend.of(new double[] {1, 2}, new double[] {5, 5}).hasReference()).isFalse();
        assertThat(weekly(0, 1, day -> 1).hasReference()).isTrue();
    }

    @Test
    void isSteadyWhereTheLastThreeMediansAgree() {
        double[] days = {0, 7, 14, 21, 28, 35};
        assertThat(ResistanceTrend.of(days, new double[] {5, 6, 6, 7, 7, 8}, 4).steadyRatio()).isEqualTo(1.5);
        assertThat(ResistanceTrend.of(days, new double[] {3, 3, 2, 2, 1, 1}, 4).steadyRatio()).isEqualTo(0.625);
        assertThat(ResistanceTrend.of(days, new double[] {3, 3, 3, 5, 5, 5}, 4).steadyRatio()).isEqualTo(1);
        assertThat(ResistanceTrend.of(days, new double[] {4, 4, 4, 4, 9, 4}, 4).steadyRatio()).isEqualTo(1);
        assertThat(ResistanceTrend.of(new double[] {0, 7, 14, 21, 28}, new double[] {4, 4, 4, 4, 4}, 4).steadyRatio())
                .isNaN();
    }

    @Test
    void isSteadilyAboveALimitFromTheDayOnWhichItIsTold() {
        for (long seed = 1; seed <= 20; seed++) {
            ResistanceTrend all = weekly(0.02, seed, day -> 1 + 0.3 * day / 365);
            assertThat(all.dayAbove(1.1)).as("seed " + seed).isFinite();
            assertThat(all.steadyRatio()).as("seed " + seed).isGreaterThan(1.1);
            assertThat(all.steadyRatio()).as("seed " + seed).isCloseTo(all.presentRatio(), within(0.06));
        }
    }
}
