// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConditionTimersTest {

    @Test
    void raisesAfterTheOnDelayAndReturnsAfterTheOffDelay() {
        ConditionTimers timers = new ConditionTimers(2);
        assertThat(timers.holds(1, 1_000, 500)).isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.holds(1, 1_499, 500)).isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.holds(1, 1_500, 500)).isEqualTo(ConditionTimers.RAISED);
        assertThat(timers.holds(1, 9_000, 500)).as("once").isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.isGone(1, 9_100, 200)).isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.counts(1)).isTrue();
        assertThat(timers.isGone(1, 9_300, 200)).isEqualTo(ConditionTimers.RETURNED);
        assertThat(timers.isGone(1, 9_400, 200)).as("once").isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.counts(0)).as("the neighbour").isFalse();
    }

    @Test
    void withoutDelaysAtOnce() {
        ConditionTimers timers = new ConditionTimers(1);
        assertThat(timers.holds(0, 1, 0)).isEqualTo(ConditionTimers.RAISED);
        assertThat(timers.isGone(0, 2, 0)).isEqualTo(ConditionTimers.RETURNED);
    }

    @Test
    void whatComesAndGoesWithinItsDelayNeverWas() {
        ConditionTimers timers = new ConditionTimers(1);
        timers.holds(0, 0, 100);
        assertThat(timers.isGone(0, 50, 0)).isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.holds(0, 60, 100)).as("the delay begins anew").isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.holds(0, 159, 100)).isEqualTo(ConditionTimers.NOTHING);
        assertThat(timers.holds(0, 160, 100)).isEqualTo(ConditionTimers.RAISED);
        timers.isGone(0, 200, 100);
        timers.holds(0, 250, 100);
        assertThat(timers.isGone(0, 310, 100)).as("nor does a short gap end it").isEqualTo(ConditionTimers.NOTHING);
    }

    @Test
    void raisesAndReturnsTakeTurnsWhateverHappens() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            ConditionTimers timers = new ConditionTimers(1);
            long now = 0;
            boolean counts = false;
            long sinceOther = 0;
            boolean before = false;
            for (int step = 0; step < 400; step++) {
                now += random.nextInt(50);
                boolean holds = random.nextInt(4) != 0 ? before : !before;
                sinceOther = holds == before ? sinceOther : now;
                before = holds;
                int change = holds ? timers.holds(0, now, 70) : timers.isGone(0, now, 110);
                boolean due = holds != counts && now - sinceOther >= (holds ? 70 : 110);
                String where = "seed " + seed + ", step " + step;
                assertThat(change).as(where).isEqualTo(
                        !due ? ConditionTimers.NOTHING : holds ? ConditionTimers.RAISED : ConditionTimers.RETURNED);
                counts = due ? holds : counts;
                assertThat(timers.counts(0)).as(where).isEqualTo(counts);
            }
        }
    }
}
