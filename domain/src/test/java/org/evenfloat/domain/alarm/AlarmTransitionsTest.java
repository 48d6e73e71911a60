// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every cell of the table, and long random lives beside a model that was written apart from it. */
class AlarmTransitionsTest {

    /** What the table has to say, written as the standard's diagram reads: state action state, * for both kinds. */
    private static final List<String> PLAIN = List.of(
            "NORMAL RAISE UNACKNOWLEDGED", "NORMAL HIDE HIDDEN",
            "UNACKNOWLEDGED RETURN RETURNED", "UNACKNOWLEDGED ACKNOWLEDGE ACKNOWLEDGED", "UNACKNOWLEDGED HIDE HIDDEN_ACTIVE",
            "ACKNOWLEDGED RETURN NORMAL", "ACKNOWLEDGED HIDE HIDDEN_ACTIVE",
            "RETURNED RAISE UNACKNOWLEDGED", "RETURNED ACKNOWLEDGE NORMAL", "RETURNED HIDE HIDDEN",
            "LATCHED_UNACKNOWLEDGED RAISE UNACKNOWLEDGED", "LATCHED_UNACKNOWLEDGED ACKNOWLEDGE NORMAL",
            "LATCHED_UNACKNOWLEDGED HIDE HIDDEN",
            "LATCHED_ACKNOWLEDGED RAISE UNACKNOWLEDGED", "LATCHED_ACKNOWLEDGED RESET NORMAL",
            "LATCHED_ACKNOWLEDGED HIDE HIDDEN",
            "HIDDEN RAISE HIDDEN_ACTIVE", "HIDDEN SHOW NORMAL",
            "HIDDEN_ACTIVE RETURN HIDDEN", "HIDDEN_ACTIVE SHOW UNACKNOWLEDGED");

    private static final List<String> LATCHING = List.of(
            "NORMAL RAISE UNACKNOWLEDGED", "NORMAL HIDE HIDDEN",
            "UNACKNOWLEDGED RETURN LATCHED_UNACKNOWLEDGED", "UNACKNOWLEDGED ACKNOWLEDGE ACKNOWLEDGED",
            "UNACKNOWLEDGED HIDE HIDDEN_ACTIVE",
            "ACKNOWLEDGED RETURN LATCHED_ACKNOWLEDGED", "ACKNOWLEDGED HIDE HIDDEN_ACTIVE",
            "RETURNED RAISE UNACKNOWLEDGED", "RETURNED ACKNOWLEDGE NORMAL", "RETURNED HIDE HIDDEN",
            "LATCHED_UNACKNOWLEDGED RAISE UNACKNOWLEDGED", "LATCHED_UNACKNOWLEDGED ACKNOWLEDGE LATCHED_ACKNOWLEDGED",
            "LATCHED_UNACKNOWLEDGED HIDE HIDDEN",
            "LATCHED_ACKNOWLEDGED RAISE UNACKNOWLEDGED", "LATCHED_ACKNOWLEDGED RESET NORMAL",
            "LATCHED_ACKNOWLEDGED HIDE HIDDEN",
            "HIDDEN RAISE HIDDEN_ACTIVE", "HIDDEN SHOW NORMAL",
            "HIDDEN_ACTIVE RETURN HIDDEN", "HIDDEN_ACTIVE SHOW UNACKNOWLEDGED");

    @Test
    void everyCellIsAsWritten() {
        for (boolean latching : new boolean[] {false, true}) {
            Set<String> found = new TreeSet<>();
            for (AlarmState state : AlarmState.values()) {
                for (AlarmAction action : AlarmAction.values()) {
                    AlarmTransitions.next(state, action, latching)
                            .ifPresent(next -> found.add(state + " " + action + " " + next));
                }
            }
            assertThat(found).as("latching " + latching)
                    .containsExactlyInAnyOrderElementsOf(latching ? LATCHING : PLAIN);
        }
    }

    /** An alarm as three facts and a set of reasons; says nothing of states. */
    private static final class Model {

        private final boolean latching;
        private boolean condition;
        private boolean standing;
        private boolean known;
        private boolean hidden;

        Model(boolean latching) {
            this.latching = latching;
        }

        /** Returns whether it happened. */
        boolean happens(AlarmAction action) {
            switch (action) {
                case RAISE:
                    return !condition && raise();
                case RETURN:
                    return condition && goes();
                case ACKNOWLEDGE:
                    return standing && !known && acknowledge();
                case RESET:
                    return latching && standing && known && !condition && !(standing = false);
                case HIDE:
                    return !hidden && hide();
                default:
                    return hidden && show();
            }
        }

        private boolean raise() {
            condition = true;
            standing = !hidden;
            known = false;
            return true;
        }

        private boolean goes() {
            condition = false;
            standing = standing && (latching || !known);
            return true;
        }

        private boolean acknowledge() {
            known = true;
            standing = condition || latching;
            return true;
        }

        private boolean hide() {
            hidden = true;
            standing = false;
            return true;
        }

        private boolean show() {
            hidden = false;
            standing = condition;
            known = false;
            return true;
        }
    }

    @Test
    void livesOfAlarmsAreThoseOfTheModel() {
        for (long seed = 1; seed <= 400; seed++) {
            Random random = new Random(seed);
            boolean latching = seed % 2 == 0; // the first draws of small seeds are alike
            Model model = new Model(latching);
            AlarmState state = AlarmState.NORMAL;
            Set<AlarmState> seen = EnumSet.noneOf(AlarmState.class);
            for (int step = 0; step < 500; step++) {
                AlarmAction action = AlarmAction.values()[random.nextInt(AlarmAction.values().length)];
                Optional<AlarmState> next = AlarmTransitions.next(state, action, latching);
                String where = "seed " + seed + ", step " + step + ", " + state + " " + action;
                assertThat(next.isPresent()).as(where).isEqualTo(model.happens(action));
                state = next.orElse(state);
                seen.add(state);
                assertThat(state.active()).as(where).isEqualTo(model.condition);
                assertThat(state.standing()).as(where).isEqualTo(model.standing);
                assertThat(state.hidden()).as(where).isEqualTo(model.hidden);
                assertThat(state.wantsAcknowledgement()).as(where).isEqualTo(model.standing && !model.known);
            }
            assertThat(seen).as("seed " + seed).hasSize(latching ? 7 : 6);
        }
    }
}
