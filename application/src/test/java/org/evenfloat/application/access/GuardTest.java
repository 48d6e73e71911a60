// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.in.ApproveRequests.Request;
import org.evenfloat.application.port.in.ApproveRequests.State;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, with whom, and what is written down about it. */
class GuardTest {

    private static final Target BLOCK = new Target("block", "A1-5", Set.of("A1"));

    private final MemoryAudit audit = new MemoryAudit();
    private final Set<Verb> secondPerson = EnumSet.noneOf(Verb.class);
    private final List<String> done = new ArrayList<>();
    private long now = 1_000_000;
    private final Witness witness = new Witness(audit, () -> Instant.ofEpochMilli(now));
    private final Approvals approvals =
            new Approvals(secondPerson::contains, witness, () -> Instant.ofEpochMilli(now));
    private final Guard guard = new Guard(witness, approvals);

    private static Actor person(String name, Role role) {
        return new Actor(Actor.Kind.PERSON, name, "web 10.0.0.7", Grants.of(role));
    }

    private String calibrate(Actor who) {
        return guard.perform(who, Verb.CALIBRATE, BLOCK, "gain 1.001", () -> {
            done.add(who.name());
            return "gain 1.001";
        }, now -> Deed.changed("none", now));
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void aVerbIsForItsRoleAndThoseAboveIt(Verb verb) {
        for (Role role : Role.values()) {
            assertThat(Guard.may(person("anna", role), verb, Target.server()))
                    .as(role + " may " + verb)
                    .isEqualTo(role.compareTo(verb.least()) >= 0);
        }
    }

    @Test
    void aRoleOnAStringCountsThereAndNowhereElse() {
        Actor anna = new Actor(Actor.Kind.PERSON, "anna", "web", new Grants(Role.VIEW, Map.of("A1", Role.SERVICE)));
        assertThat(Guard.may(anna, Verb.CALIBRATE, BLOCK)).isTrue();
        assertThat(Guard.may(anna, Verb.CALIBRATE, new Target("block", "A2-5", Set.of("A2")))).isFalse();
        assertThat(Guard.may(anna, Verb.WORK_ON_LINE, new Target("line", "L1", Set.of("A1", "A2")))).isFalse();
        assertThat(Guard.may(anna, Verb.CALIBRATE, Target.of("block", "nowhere"))).isFalse();
        assertThat(Guard.may(anna, Verb.READ_LOG, Target.server())).isFalse();
    }

    @Test
    void writesDownWhoDidWhatWithBeforeAndAfter() {
        assertThat(calibrate(person("anna", Role.SERVICE))).isEqualTo("gain 1.001");
        assertThat(done).containsExactly("anna");
        assertThat(audit.lines()).containsExactly("anna | CALIBRATE | block A1-5 | DONE | none | gain 1.001");
    }

    @Test
    void refusesInASentenceDoesNothingAndWritesItDown() {
        assertThatThrownBy(() -> calibrate(person("otto", Role.OPERATE)))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("otto, who has the role operate, may not calibrate a block (block A1-5): that needs the role"
                        + " service. Somebody with the role admin can give it.");
        assertThat(done).isEmpty();
        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.outcome().name()).isEqualTo("DENIED");
            assertThat(entry.who()).isEqualTo("otto");
        });
    }

    @Test
    void doesNothingThatCannotBeWrittenDown() {
        audit.full = true;
        assertThatThrownBy(() -> calibrate(person("anna", Role.SERVICE)))
                .isInstanceOf(NotWrittenDown.class)
                .hasMessage("Nothing was done: the disk is full");
        assertThat(done).isEmpty();
    }

    @Test
    void whatFailsIsWrittenDownAsFailed() {
        Actor anna = person("anna", Role.SERVICE);
        guard.perform(anna, Verb.BLINK, BLOCK, "blink", () -> "no answer", Deed::failed);
        assertThatThrownBy(() -> guard.<String>perform(anna, Verb.BLINK, BLOCK, "blink", () -> {
            throw new IllegalStateException("line fault");
        }, Deed::done)).isInstanceOf(IllegalStateException.class);
        assertThat(audit.lines()).containsExactly(
                "anna | BLINK | block A1-5 | FAILED |  | no answer", "anna | BLINK | block A1-5 | FAILED |  | line fault");
    }

    @Test
    void aSecondPersonApprovesAndThenItIsDone() {
        secondPerson.add(Verb.CALIBRATE);
        Actor anna = person("anna", Role.SERVICE);
        long id = waiting(anna);
        assertThat(done).isEmpty();
        assertThat(approvals.requests()).extracting(Request::state).containsExactly(State.WAITING);

        Request answered = approvals.approve(person("berta", Role.SERVICE), id).orElseThrow();

        assertThat(answered.state()).isEqualTo(State.DONE);
        assertThat(answered.by()).isEqualTo("berta");
        assertThat(answered.told()).isEqualTo("gain 1.001");
        assertThat(done).containsExactly("anna");
        assertThat(audit.lines()).containsExactly(
                "anna | CALIBRATE | block A1-5 | WAITING |  | gain 1.001",
                "berta | CALIBRATE | block A1-5 | APPROVED |  | gain 1.001, asked for by anna",
                "anna | CALIBRATE | block A1-5 | DONE | none | gain 1.001");
        assertThat(approvals.approve(person("berta", Role.SERVICE), id)).as("answered once").isEmpty();
        assertThat(done).hasSize(1);
    }

    private long waiting(Actor who) {
        try {
            calibrate(who);
        } catch (WaitsForApproval waits) {
            return waits.request();
        }
        throw new AssertionError("it did not wait");
    }

    @Test
    void nobodyApprovesHisOwnWishOrWhatHeMayNotDoHimselfAndNoScriptDoes() {
        secondPerson.add(Verb.CALIBRATE);
        Actor anna = person("anna", Role.SERVICE);
        long id = waiting(anna);
        Actor script = new Actor(Actor.Kind.SCRIPT, "berta", "web", Grants.of(Role.ADMIN));
        for (Actor wrong : List.of(anna, person("otto", Role.OPERATE), script)) {
            assertThatThrownBy(() -> approvals.approve(wrong, id)).as(wrong.toString()).isInstanceOf(NotAllowed.class);
        }
        assertThat(done).isEmpty();
        assertThat(approvals.refuse(anna, id)).as("she takes it back").map(Request::state).hasValue(State.REFUSED);
        assertThat(approvals.approve(person("berta", Role.SERVICE), id)).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void aRequestWaitsAQuarterOfAnHour() {
        secondPerson.add(Verb.CALIBRATE);
        long id = waiting(person("anna", Role.SERVICE));
        now += Approvals.WAIT_MILLIS + 1;
        assertThat(approvals.approve(person("berta", Role.SERVICE), id)).isEqualTo(Optional.empty());
        assertThat(approvals.requests()).extracting(Request::state).containsExactly(State.EXPIRED);
        assertThat(done).isEmpty();
    }

    @Test
    void requestsAreBounded() {
        secondPerson.add(Verb.CALIBRATE);
        Actor anna = person("anna", Role.SERVICE);
        for (int i = 0; i < Approvals.MOST; i++) {
            waiting(anna);
        }
        assertThatThrownBy(() -> calibrate(anna)).isInstanceOf(NotAllowed.class).hasMessageContaining("64 requests");
        approvals.refuse(anna, 1);
        assertThat(waiting(anna)).isEqualTo(Approvals.MOST + 1);
        assertThat(approvals.requests()).hasSize(Approvals.MOST);
    }
}
