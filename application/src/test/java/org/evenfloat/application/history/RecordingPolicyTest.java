// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingPolicyTest {

    private static final long INTERVAL = RecordingPolicy.FLOAT_INTERVAL_MILLIS;
    private static final long AFTER_EVENT = RecordingPolicy.AFTER_EVENT_MILLIS;

    private final Site site = TestLine.site(2, 3);
    private final LineRoster first = site.roster("L1");
    private final LineRoster second = site.roster("L2");
    private final RecordingPolicy policy = new RecordingPolicy(site, INTERVAL, AFTER_EVENT);

    private boolean keeps(LineRoster roster, long monotonicMillis, StringState state) {
        return policy.keep(
                TestLine.image(roster, 1_000, monotonicMillis, 13_500), TestLine.states(roster, state));
    }

    @Test
    void keepsTheFirstImageOfEachLine() {
        assertThat(keeps(first, 5, StringState.UNKNOWN)).isTrue();
        assertThat(keeps(first, 6, StringState.UNKNOWN)).isFalse();
        assertThat(keeps(second, 7, StringState.UNKNOWN)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = StringState.class, names = "DISCHARGE", mode = EnumSource.Mode.EXCLUDE)
    void keepsOneImageAnIntervalWhileNothingHappens(StringState state) {
        assertThat(keeps(first, 0, state)).isTrue();
        assertThat(keeps(first, INTERVAL - 1, state)).isFalse();
        assertThat(keeps(first, INTERVAL, state)).isTrue();
        assertThat(keeps(first, INTERVAL + 1, state)).isFalse();
    }

    @Test
    void keepsSeventyTwoImagesADayAlthoughSweepsComeLate() {
        List<Long> kept = new ArrayList<>();
        for (long now = 0; now < 86_400_000; now += 7_013) {
            if (keeps(first, now, StringState.FLOAT)) {
                kept.add(now);
            }
        }
        assertThat(kept).hasSize(72);
    }

    @Test
    void startsANewGridAfterALongPause() {
        keeps(first, 0, StringState.FLOAT);
        assertThat(keeps(first, 10 * INTERVAL + 5, StringState.FLOAT)).isTrue();
        assertThat(keeps(first, 11 * INTERVAL, StringState.FLOAT)).isFalse();
        assertThat(keeps(first, 11 * INTERVAL + 5, StringState.FLOAT)).isTrue();
    }

    @Test
    void keepsEverySweepWhileAnyStringOfTheLineDischarges() {
        keeps(first, 0, StringState.FLOAT);
        byte[] states = TestLine.states(first, StringState.FLOAT);
        states[2] = (byte) StringState.DISCHARGE.ordinal();
        assertThat(policy.keep(TestLine.image(first, 0, 1, 12_000), states)).isTrue();
        assertThat(policy.keep(TestLine.image(first, 0, 2, 12_000), states)).isTrue();
        assertThat(keeps(first, 3, StringState.RECHARGE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1", "S1", "S1-2", "amps"})
    void keepsEverySweepForATimeAfterAnEventOfTheLine(String subject) {
        keeps(first, 0, StringState.FLOAT);
        keeps(second, 0, StringState.FLOAT);
        policy.note(List.of(new Event(77, EventKind.MODULE_LOST, subject, "")), 1_000);

        assertThat(keeps(first, 1_001, StringState.FLOAT)).isTrue();
        assertThat(keeps(second, 1_001, StringState.FLOAT)).isFalse();
        assertThat(keeps(first, 1_000 + AFTER_EVENT, StringState.FLOAT)).isTrue();
        assertThat(keeps(first, 1_001 + AFTER_EVENT, StringState.FLOAT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L9", "S1-99"})
    void anEventOfTheServerOrOfNobodyKeepsNothing(String subject) {
        keeps(first, 0, StringState.FLOAT);
        policy.note(List.of(new Event(77, EventKind.SERVER_STARTED, subject, "")), 1_000);
        assertThat(keeps(first, 1_001, StringState.FLOAT)).isFalse();
    }

    @Test
    void aJumpingWallClockChangesNothing() {
        byte[] states = TestLine.states(first, StringState.FLOAT);
        assertThat(policy.keep(TestLine.image(first, 1_000_000_000, 0, 13_500), states)).isTrue();
        assertThat(policy.keep(TestLine.image(first, 9_000_000_000L, 1, 13_500), states)).isFalse();
        assertThat(policy.keep(TestLine.image(first, 5, INTERVAL, 13_500), states)).isTrue();
    }
}
