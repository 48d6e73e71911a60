// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClassicRuleTest {

    private static Rig rig(int hotHundredths, int milliamps) {
        Rig rig = new Rig(Rig.string(20).withClassic(new ClassicRule(4, 2, 600)));
        rig.milliamps = milliamps;
        return rig.heat(hotHundredths, 3);
    }

    @Test
    void tripsWhenBothHaveHeldForTheTime() {
        Rig rig = rig(2_970, 2_000).steps(10);
        assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig.steps(1).rule()).isEqualTo(RunawayRule.TRIP_CLASSIC);
        assertThat(rig.finding().limit()).isEqualTo(4);
    }

    @Test
    void bothMustHold() {
        assertThat(rig(2_969, 2_000).steps(60).rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig(2_970, 1_999).steps(60).rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void aBreakBeginsAnew() {
        Rig rig = rig(2_970, 2_000).steps(10);
        rig.milliamps = 0;
        rig.step();
        rig.milliamps = 2_000;
        assertThat(rig.steps(10).rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig.steps(1).rule()).isEqualTo(RunawayRule.TRIP_CLASSIC);
    }

    @Test
    void timeStandsStillWithoutCurrent() {
        Rig rig = rig(2_970, 2_000).steps(10);
        rig.currentQuality = Rig.MISSING;
        assertThat(rig.steps(30).rule()).isEqualTo(RunawayRule.NONE);
        rig.currentQuality = Rig.GOOD;
        assertThat(rig.steps(1).rule()).isEqualTo(RunawayRule.TRIP_CLASSIC);
    }

    @Test
    void butNotForLong() {
        Rig rig = rig(2_970, 2_000).steps(20);
        rig.currentQuality = Rig.MISSING;
        assertThat(rig.steps(30).rule()).isEqualTo(RunawayRule.TRIP_CLASSIC);
        assertThat(rig.steps(1).rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void isOffUnlessWanted() {
        Rig rig = Rig.of(20).heat(2_970, 3);
        rig.milliamps = 2_000;
        assertThat(rig.steps(60).rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void limitsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassicRule(0, 2, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassicRule(4, Double.NaN, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassicRule(4, 2, -1));
    }
}
