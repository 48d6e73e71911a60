// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShiftControllerTest {

    private static final double TARGET = 13.62;

    private final EqualizerTuning tuning = EqualizerTuning.of(Strings.block(6, 40), Strings.C20, 10, 0);
    private final ShiftController controller = new ShiftController(4, tuning);
    private final double[] volts = {13.52, 13.62, 13.67, 13.67};
    private final boolean[] eligible = {true, true, true, true};
    private final double[] limit = {1, 1, 1, 1};

    @BeforeEach
    void runForAWhile() {
        run(30);
    }

    private void run(int steps) {
        for (int step = 0; step < steps; step++) {
            controller.step(10, TARGET, true, volts, eligible, limit);
        }
    }

    @Test
    void theLowestBlockGetsNothingAndAllOthersWhatTheyStandAboveIt() {
        assertThat(controller.duty(0)).isZero();
        assertThat(controller.duty(1)).isGreaterThan(0.3);
        assertThat(controller.duty(2)).isGreaterThan(controller.duty(1) + 0.15).isEqualTo(controller.duty(3));
    }

    @Test
    void aLostFrameHoldsTheBlockUntilThreeMinutesHavePassed() {
        double held = controller.filteredVolts(2);
        double twinAhead = controller.z(3) - controller.z(2);
        volts[2] = Double.NaN;
        run(18);

        assertThat(controller.filteredVolts(2)).isEqualTo(held);
        assertThat(controller.duty(2)).isPositive();
        assertThat(controller.z(3) - controller.z(2)).as("only the twin still integrates")
                .isGreaterThan(twinAhead + 0.001);
        assertThat(controller.ageSeconds(2)).isEqualTo(180);

        run(1);
        assertThat(controller.duty(2)).isZero();
        assertThat(controller.used(2)).isFalse();
    }

    @Test
    void aLostBlockMovesOnlyWithTheCommonShift() {
        volts[2] = Double.NaN;
        run(1);
        run(5);

        double gainTimesDeviation = tuning.gainPerVolt() * (controller.filteredVolts(2) - TARGET);
        double shift = -(tuning.gainPerVolt() * (controller.filteredVolts(0) - TARGET) + controller.z(0));
        assertThat(controller.duty(2)).isCloseTo(gainTimesDeviation + controller.z(2) + shift, within(0.01));
    }

    @Test
    void switchingOffTakesOneStepAndKeepsTheMemory() {
        double memory = controller.z(2);
        controller.step(10, TARGET, false, volts, eligible, limit);

        assertThat(controller.duty(2)).isZero();
        assertThat(controller.z(2)).isEqualTo(memory).isPositive();
        controller.step(10, TARGET, true, volts, eligible, limit);
        assertThat(controller.duty(2)).as("slews up again").isCloseTo(0.1, within(1e-12));
    }

    @Test
    void anUnknownTargetSwitchesOff() {
        controller.step(10, Double.NaN, true, volts, eligible, limit);

        assertThat(controller.duty(2)).isZero();
    }

    @Test
    void limitsOfOneBlockDoNotTouchTheOthers() {
        double twin = controller.duty(3);
        limit[2] = 0.05;
        run(1);

        assertThat(controller.duty(2)).isEqualTo(0.05);
        assertThat(controller.duty(3)).isCloseTo(twin, within(0.05));
        limit[2] = Double.NaN;
        run(1);
        assertThat(controller.duty(2)).isZero();
    }

    @Test
    void aStepWithoutTimeRaisesNothing() {
        double duty = controller.duty(2);
        double memory = controller.z(2);
        for (double dt : new double[] {0, -10, Double.NaN, Double.POSITIVE_INFINITY}) {
            controller.step(dt, TARGET, true, volts, eligible, limit);
        }

        assertThat(controller.duty(2)).isLessThanOrEqualTo(duty);
        assertThat(controller.z(2)).isEqualTo(memory);
    }

    @Test
    void restoresOnlyWhatFits() {
        assertThat(controller.restore(new double[] {0.1, 0.2, 0.3})).isFalse();
        assertThat(controller.restore(new double[] {0.1, 0.2, 0.3, Double.NaN})).isFalse();
        assertThat(controller.restore(new double[] {0.1, 0.2, 7, -1})).isTrue();
        assertThat(controller.z(1)).isEqualTo(0.2);
        assertThat(controller.z(2)).isEqualTo(1);
        assertThat(controller.z(3)).isZero();
    }
}
