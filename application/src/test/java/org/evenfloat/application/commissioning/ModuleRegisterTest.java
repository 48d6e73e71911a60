// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.evenfloat.application.EventLog;
import org.evenfloat.application.MemorySite;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.AnswerReplacement.Replaced;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.junit.jupiter.api.Test;

class ModuleRegisterTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final long DAY = 24 * 3_600_000L;

    private final LineRoster roster = TestSite.oneString(3).roster("L1");
    private final MemorySite memory = new MemorySite();
    private final EventLog events = new EventLog();
    private final ModuleRegister register = register();

    private ModuleRegister register() {
        return new ModuleRegister(memory, () -> Instant.ofEpochMilli(NOW), events, Runnable::run);
    }

    private static ModuleIdentity serial(long serial) {
        return new ModuleIdentity(serial, 20, 104, 1);
    }

    private void replaceFirst() {
        register.found(roster, 0, serial(0xA));
        register.found(roster, 0, serial(0xB));
    }

    @Test
    void takesTheFirstModuleAsInstalled() {
        assertThat(register.knows(roster, 0)).isFalse();
        assertThat(register.found(roster, 0, serial(0xA))).isFalse();
        assertThat(register.knows(roster, 0)).isTrue();
        assertThat(register.knows(roster, 1)).isFalse();
        assertThat(register.found(roster, 0, serial(0xA))).isFalse();
        assertThat(events.heads()).isEmpty();
        assertThat(register.questions()).isEmpty();
    }

    @Test
    void asksWhenAnotherSerialAppears() {
        replaceFirst();
        assertThat(register.found(roster, 0, serial(0xB))).as("asked already").isFalse();
        assertThat(events.heads()).containsExactly("MODULE_CHANGED S1-1");
        assertThat(events.text(EventKind.MODULE_CHANGED)).contains("S1-1", "0000000B", "0000000A");
        assertThat(register.questions()).singleElement().satisfies(question -> {
            assertThat(question.block()).isEqualTo("S1-1");
            assertThat(question.oldSerial()).isEqualTo("0000000A");
            assertThat(question.newSerial()).isEqualTo("0000000B");
            assertThat(question.sinceMillis()).isEqualTo(NOW);
        });
    }

    @Test
    void dropsTheQuestionWhenTheOldModuleIsBack() {
        replaceFirst();
        register.found(roster, 0, serial(0xA));
        assertThat(register.questions()).isEmpty();
    }

    @Test
    void asksAboutTheNewestModule() {
        replaceFirst();
        assertThat(register.found(roster, 0, serial(0xC))).isTrue();
        assertThat(register.questions()).singleElement()
                .satisfies(question -> assertThat(question.newSerial()).isEqualTo("0000000C"));
    }

    @Test
    void leavesAReplacedBlockOutForADayAndAReplacedModuleNot() {
        replaceFirst();
        assertThat(register.answer(Actor.server(), "S1-1", Replaced.MODULE)).isEmpty();
        assertThat(register.excludedUntilMillis("S1-1")).isZero();
        assertThat(register.questions()).isEmpty();
        register.found(roster, 0, serial(0xC));
        assertThat(register.answer(Actor.server(), "S1-1", Replaced.BLOCK)).isEmpty();
        assertThat(register.excludedUntilMillis("S1-1")).isEqualTo(NOW + DAY);
        assertThat(register.found(roster, 0, serial(0xC))).as("known now").isFalse();
        assertThat(events.heads(EventKind.MODULE_CHANGE_ANSWERED)).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithAnAnswerNobodyAskedFor() {
        assertThat(register.answer(Actor.server(), "S1-9", Replaced.BLOCK)).hasValue(
                "block: S1-9 - allowed: a block with an open question, of which there is none");
        replaceFirst();
        assertThat(register.answer(Actor.server(), "S1-9", Replaced.BLOCK)).hasValueSatisfying(
                text -> assertThat(text).endsWith("question, S1-1"));
    }

    @Test
    void remembersOverARestart() throws Exception {
        replaceFirst();
        register.answer(Actor.server(), "S1-1", Replaced.BLOCK);
        ModuleRegister later = register();
        later.load(List.of(roster));
        assertThat(later.knows(roster, 0)).isTrue();
        assertThat(later.knows(roster, 1)).isFalse();
        assertThat(later.excludedUntilMillis("S1-1")).isEqualTo(NOW + DAY);
        assertThat(later.found(roster, 0, serial(0xB))).isFalse();
        assertThat(later.found(roster, 0, serial(0xD))).isTrue();
    }

    @Test
    void keepsTheQuestionWhenTheAnswerCannotBeRemembered() {
        replaceFirst();
        memory.broken(true);
        assertThat(register.answer(Actor.server(), "S1-1", Replaced.BLOCK)).hasValue("history: disk is full");
        assertThat(register.excludedUntilMillis("S1-1")).isZero();
        register.found(roster, 0, serial(0xB));
        assertThat(register.questions()).as("still open").hasSize(1);
        memory.broken(false);
        assertThat(register.answer(Actor.server(), "S1-1", Replaced.BLOCK)).isEmpty();
        assertThat(register.excludedUntilMillis("S1-1")).isEqualTo(NOW + DAY);
    }

    @Test
    void acceptsModulesWhileTheMemoryFails() {
        memory.broken(true);
        assertThat(register.found(roster, 0, serial(0xA))).isFalse();
        assertThat(register.knows(roster, 0)).isTrue();
    }

    @Test
    void tellsOfADuplicateOnceUntilTheModuleIsAlone() {
        List<ModuleIdentity> both = List.of(serial(0xA), serial(0xB));
        register.duplicate(roster, 1, both);
        register.duplicate(roster, 1, both);
        assertThat(events.heads()).containsExactly("DUPLICATE_ADDRESS S1-2");
        register.alone(roster, 1);
        register.duplicate(roster, 1, both);
        assertThat(events.heads()).hasSize(2);
    }
}
