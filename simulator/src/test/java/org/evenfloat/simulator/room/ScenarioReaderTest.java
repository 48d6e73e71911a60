// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {

    private static final String STRING = "strings: [{ id: A1, line: L1, blocks: 8, capacity: 40 Ah }, "
            + "{ id: B1, line: L2, blocks: 4, capacity: 40 Ah }]\n";
    private static final String PHASE = "phases: [{ name: float, lasts: 1 h, supply: float }]\n";

    @TempDir
    private Path folder;

    private Scenario read(String yaml) throws IOException {
        return ScenarioReader.read(Files.writeString(folder.resolve("my.yaml"), yaml).toString());
    }

    /** Returns the problems of a scenario without the path of its file. */
    private List<String> problems(String yaml) throws IOException {
        try {
            read(yaml);
            return List.of();
        } catch (IOException e) {
            return e.getMessage().lines()
                    .map(line -> line.replace(folder.resolve("my.yaml") + ": ", "")
                            .replace(folder.resolve("my.yaml") + ".", ""))
                    .toList();
        }
    }

    private List<String> problemsOfFault(String fault) throws IOException {
        return problems("name: x\n" + STRING + PHASE + "faults: [{ " + fault + " }]\n");
    }

    @Test
    void readsEveryUnitIntoItsCanonicalOne() throws IOException {
        Scenario read = read("""
                name: x
                sweep-period: 5 s
                ambient: -3.5 °C
                noise: 0.5 mV
                strings:
                  - { id: A1, blocks: 8, cells: 1, module: C40, capacity: 40500 mAh, condition: deficit, block: 3,
                      missing: 500 mAh, current-sensor: true }
                phases:
                  - { lasts: 1.5 h, speed: max, supply: load, load: 0.6 C }
                faults:
                  - { at: 20 s, fault: noisy-line, targets: [L1], share: 10 % }
                  - { at: 500 ms, until: 1 d, fault: clock-jump, jump: -1 h }
                """);
        assertThat(read.sweepPeriodMillis()).isEqualTo(5_000);
        assertThat(read.ambientCelsius()).isEqualTo(-3.5);
        assertThat(read.noiseMillivolts()).isEqualTo(0.5);
        assertThat(read.seed()).isEqualTo(1);
        assertThat(read.strings().get(0).capacityAmpHours()).isEqualTo(40.5);
        assertThat(read.strings().get(0).amount()).isEqualTo(0.5);
        assertThat(read.strings().get(0).currentSensor()).isTrue();
        assertThat(read.phases()).containsExactly(
                new Scenario.Phase("phase 1", 5_400_000, Double.POSITIVE_INFINITY, Supply.LOAD, 0.6));
        assertThat(read.faults()).as("in order of time").containsExactly(
                new Scenario.Fault(500, 86_400_000, FaultKind.CLOCK_JUMP, List.of(), -3_600_000),
                new Scenario.Fault(20_000, Long.MAX_VALUE, FaultKind.NOISY_LINE, List.of("L1"), 0.1));
    }

    @Test
    void tenMistakesAreToldAtOnce() throws IOException {
        List<String> problems = problems("""
                seed: many
                sweep-period: 90 s
                ambience: 25 °C
                strings:
                  - { id: A1, blocks: 2.5, capacity: 40, module: C99, condition: old }
                phases:
                  - { name: float, lasts: 1, supply: mains }
                faults:
                  - { at: soon, fault: lost-module, targets: [A9-99] }
                """);
        assertThat(problems).containsExactlyInAnyOrder(
                "name: missing - allowed: a text",
                "seed: many - allowed: 0 to 1000000000000000",
                "sweep-period: 90 s - allowed: 1 s to 1 min",
                "ambience: unknown key - allowed: about, alarm-contact, ambient, breakers, buzzer, faults, name, noise,"
                        + " phases, relay-modules, seed, strings, sweep-period",
                "strings[0].condition: old - allowed: one of fresh, aged, settled, deficit, shorted-cell, weak-block,"
                        + " telemetry",
                "strings[0].module: C99 - allowed: C20, C23, C30, C40 or C41",
                "strings[0].blocks: 2.5 - allowed: a whole number, 1 to 1000",
                "strings[0].capacity: 40 - allowed: 500 mAh to 20000 Ah",
                "phases[0].lasts: 1 - allowed: 1 s to 1157.407 d",
                "phases[0].supply: mains - allowed: one of float, boost, rest, load",
                "faults[0].at: soon - allowed: 0 ms to 1157.407 d",
                "faults[0].targets: A9-99 - allowed: a block, A1-1 to A1-1");
    }

    @Test
    void mistakesOfRelaysAndBreakersAreToldAtOnce() throws IOException {
        List<String> problems = problems("""
                name: x
                strings:
                  - { id: A1, blocks: 2, capacity: 40 Ah }
                  - { id: B1, blocks: 1, capacity: 40 Ah, condition: telemetry }
                relay-modules:
                  - { id: A1 }
                  - { id: AUX2, line: L7 }
                breakers:
                  - { id: Q1, strings: [A1, B1], trip: AUX2/1, second-trip: AUX2/1, status: AUX2/1 }
                  - { id: Q2, strings: [A1, A9], trip: AUX9/1, status: AUX2/1 }
                  - { strings: [], status: 4 }
                buzzer: AUX2/1
                phases:
                  - { lasts: 1 min, supply: float }
                faults:
                  - { at: 1 s, fault: stuck-relay, targets: [AUX3/1] }
                  - { at: 1 s, fault: slow-breaker, targets: [Q9], opening-time: 2 s }
                  - { at: 1 s, fault: open-breaker, targets: [Q1, Q2] }
                  - { at: 1 s, fault: lying-input, targets: [AUX2/5] }
                """);
        assertThat(problems).containsExactlyInAnyOrder(
                "breakers[2].trip: missing - allowed: relay module and number 1 to 4, such as AUX1/1",
                "breakers[2].status: 4 - allowed: relay module and number 1 to 4, such as AUX1/1",
                "relay-modules[0].id: A1 again - allowed: an id that nothing else has",
                "relay-modules[1].line: L7 - allowed: a line of a string, L1",
                "breakers[0].strings: B1 - allowed: a string that is no recording",
                "breakers[0].second-trip: AUX2/1 again - allowed: every relay for one use",
                "breakers[1].strings: A1 again - allowed: every string behind one breaker",
                "breakers[1].strings: A9 - allowed: a string that is no recording",
                "breakers[1].trip: AUX9 - allowed: a relay module of relay-modules",
                "breakers[1].status: AUX2/1 again - allowed: every input for one use",
                "breakers[2].strings: none - allowed: one string or more",
                "buzzer: AUX2/1 again - allowed: every relay for one use",
                "faults[0].targets: AUX3/1 - allowed: relay module and number 1 to 4, such as AUX1/1",
                "faults[1].targets: Q9 - allowed: a breaker, Q1, Q2, Q3",
                "faults[2].targets: [Q1, Q2] - allowed: 1 target",
                "faults[3].targets: AUX2/5 - allowed: relay module and number 1 to 4, such as AUX1/1");
    }

    @Test
    void mistakesOfThePlantsFaultsAreToldAtOnce() throws IOException {
        List<String> problems = problems("""
                name: x
                strings:
                  - { id: A1, blocks: 4, capacity: 40 Ah, gassing: 30 }
                  - { id: B1, blocks: 1, capacity: 40 Ah, condition: telemetry }
                phases:
                  - { lasts: 1 min, supply: float }
                faults:
                  - { at: 1 s, fault: overvoltage, targets: [B1], more-per-cell: 2 V }
                  - { at: 1 s, fault: hot-room, targets: [A1], above: 20 °C }
                  - { at: 1 s, fault: dry-out, e-fold: 1 min }
                  - { at: 1 s, fault: shorted-cells, targets: [A1-1, A1-5, B1-1] }
                  - { at: 1 s, fault: local-short, targets: [A1-1, A1-2], current: 1 Ah }
                  - { at: 1 s, fault: wrong-temperature, targets: [A1], temperature: hot }
                  - { at: 1 s, fault: frozen-module, targets: [A1-1], temperature: 20 °C }
                  - { at: 1 s, fault: lying-input, targets: [AUX1/1], says: nothing }
                """);
        assertThat(problems).containsExactlyInAnyOrder(
                "strings[0].gassing: 30 - allowed: 0.1 to 20",
                "faults[0].more-per-cell: 2 V - allowed: 0 mV to 500 mV",
                "faults[0].targets: B1 - allowed: a string that is no recording, A1",
                "faults[1].above: 20 °C - allowed: 0 K to 60 K",
                "faults[1].targets: [A1] - allowed: none",
                "faults[2].e-fold: 1 min - allowed: 1 h to 1157.407 d",
                "faults[2].targets: [] - allowed: one target or more",
                "faults[3].targets: A1-5 - allowed: a block that is no recording, A1-1 to A1-4",
                "faults[3].targets: B1-1 - allowed: a block that is no recording, A1-1 to A1-4",
                "faults[4].current: 1 Ah - allowed: 0 mA to 100 A",
                "faults[4].targets: [A1-1, A1-2] - allowed: 1 target",
                "faults[5].temperature: hot - allowed: -60 °C to 300 °C",
                "faults[5].targets: A1 - allowed: a block that is no recording, A1-1 to A1-4",
                "faults[6].temperature: unknown key - allowed: at, fault, targets, until",
                "faults[7].says: nothing - allowed: one of open, closed",
                "faults[7].targets: AUX1/1 - allowed: relay module and number 1 to 4, such as AUX1/1");
    }

    @Test
    void readsTheFaultsOfThePlant() throws IOException {
        Scenario read = read("""
                name: x
                strings: [{ id: A1, blocks: 4, capacity: 40 Ah, gassing: 3.5 }]
                phases: [{ lasts: 1 min, supply: float }]
                faults:
                  - { at: 1 s, fault: overvoltage, targets: [A1], more-per-cell: 120 mV }
                  - { at: 2 s, fault: hot-room, above: 20 K }
                  - { at: 3 s, fault: dry-out, targets: [A1], e-fold: 6 d }
                  - { at: 4 s, fault: local-short, targets: [A1-2], current: 2500 mA }
                  - { at: 5 s, fault: wrong-temperature, targets: [A1-2], temperature: 200 °C }
                """);
        assertThat(read.strings().get(0).gassing()).isEqualTo(3.5);
        assertThat(read.strings().get(0).with("A2", "L2", 2)).isEqualTo(new Scenario.RoomString(
                "A2", "L2", 2, "C20", 6, 40, Scenario.Condition.FRESH, 0, 0, 0, false, 3.5));
        assertThat(read.faults()).extracting(Scenario.Fault::kind, Scenario.Fault::amount).containsExactly(
                tuple(FaultKind.OVERVOLTAGE, 0.12), tuple(FaultKind.HOT_ROOM, 20.0), tuple(FaultKind.DRY_OUT, 144.0),
                tuple(FaultKind.LOCAL_SHORT, 2.5), tuple(FaultKind.WRONG_TEMPERATURE, 200.0));
    }

    @Test
    void targetsMustExist() throws IOException {
        assertThat(problemsOfFault("at: 1 s, fault: lost-module, targets: [A9-99]")).containsExactly(
                "faults[0].targets: A9-99 - allowed: a block, A1-1 to A1-8, B1-1 to B1-4");
        assertThat(problemsOfFault("at: 1 s, fault: lost-module, targets: [A1-9]")).hasSize(1);
        assertThat(problemsOfFault("at: 1 s, fault: lost-module, targets: [A1-0]")).hasSize(1);
        assertThat(problemsOfFault("at: 1 s, fault: lost-module, targets: [L1]")).hasSize(1);
        assertThat(problemsOfFault("at: 1 s, fault: lost-module, targets: [B1-4]")).isEmpty();
        assertThat(problemsOfFault("at: 1 s, fault: unplugged-line, targets: [L3]")).containsExactly(
                "faults[0].targets: L3 - allowed: a line, L1, L2");
        assertThat(problemsOfFault("at: 1 s, fault: noisy-line, share: 10 %, targets: [A1-1]")).hasSize(1);
        assertThat(problemsOfFault("at: 1 s, fault: unplugged-line, targets: [L2]")).isEmpty();
    }

    @Test
    void eachFaultHasItsNumberOfTargets() throws IOException {
        assertThat(problemsOfFault("at: 1 s, fault: swapped-modules, targets: [A1-1]")).containsExactly(
                "faults[0].targets: [A1-1] - allowed: 2 targets");
        assertThat(problemsOfFault("at: 1 s, fault: lost-module")).containsExactly(
                "faults[0].targets: [] - allowed: 1 target");
        assertThat(problemsOfFault("at: 1 s, fault: lost-address")).containsExactly(
                "faults[0].targets: [] - allowed: one target or more");
        assertThat(problemsOfFault("at: 1 s, fault: pressed-button, targets: [B1-4, A9-9]")).singleElement()
                .asString().startsWith("faults[0].targets: A9-9 - allowed: a block");
        assertThat(problemsOfFault("at: 1 s, fault: clock-jump, jump: 1 h, targets: [L1]")).containsExactly(
                "faults[0].targets: [L1] - allowed: none");
        assertThat(problemsOfFault("at: 1 s, fault: duplicate-address, targets: [A1-1, A1-1]")).containsExactly(
                "faults[0].targets: [A1-1, A1-1] - allowed: two different blocks of the same line");
        assertThat(problemsOfFault("at: 1 s, fault: swapped-modules, targets: [A1-1, B1-1]")).containsExactly(
                "faults[0].targets: [A1-1, B1-1] - allowed: two different blocks of the same line");
        assertThat(problemsOfFault("at: 1 s, fault: swapped-modules, targets: [A1-1, A1-2]")).isEmpty();
    }

    @Test
    void aFaultIsNotMendedBeforeItBegins() throws IOException {
        assertThat(problemsOfFault("at: 60 s, until: 59 s, fault: clock-jump, jump: 1 h")).containsExactly(
                "faults[0].until: 59 s - allowed: not before its begin at 60 s");
        assertThat(problemsOfFault("at: 60 s, until: 60 s, fault: clock-jump, jump: 1 h")).isEmpty();
    }

    @Test
    void stringsThatCannotBeAreProblems() throws IOException {
        assertThat(problems("name: x\n" + PHASE + "strings: [{ blocks: 1, capacity: 40 Ah, condition: aged }]"))
                .containsExactly("strings[0].blocks: 1 - allowed: 2 or more, to differ in an aged string");
        assertThat(problems("name: x\n" + PHASE + """
                strings: [{ blocks: 8, capacity: 40 Ah, condition: aged, cells: 1, spread: 2 V }]
                """)).containsExactly("strings[0].spread: 2.0 V - allowed: at most 1 V per cell, 1 V");
        assertThat(problems("name: x\n" + PHASE + """
                strings: [{ blocks: 8, capacity: 40 Ah, condition: deficit, block: 1, missing: 30 Ah }]
                """)).containsExactly("strings[0].missing: 30.0 Ah - allowed: at most half the capacity, 20.0 Ah");
        assertThat(problems("name: x\n" + PHASE + "strings: [{ blocks: 8, capacity: 40 Ah, condition: shorted-cell }]"))
                .containsExactly("strings[0].block: missing - allowed: a whole number, 1 to 8");
        assertThat(problems("name: x\n" + PHASE + """
                strings: [{ id: A-1, blocks: 8, capacity: 40 Ah }, { id: A-1, blocks: 8, capacity: 40 Ah }]
                """)).hasSize(3);
    }

    @Test
    void aScenarioNeedsAStringAndAPhase() throws IOException {
        assertThat(problems("name: x")).containsExactly(
                "strings: missing - allowed: at least one string", "phases: missing - allowed: at least one phase");
        assertThat(problems("")).first().asString().endsWith("missing - allowed: a map of keys and values");
        assertThat(problems("name: x\nstrings: 3\nphases: [4]")).contains(
                "strings: 3 - allowed: a list", "phases[0]: 4 - allowed: a map of keys and values");
    }

    @Test
    void saysWhereAFileIsNotYaml() throws IOException {
        assertThat(String.join("\n", problems("name: x\nstrings: [\nphases: }"))).contains("not YAML", "line 3");
    }

    @Test
    void anUnknownNameListsTheBuiltInOnes() {
        assertThatThrownBy(() -> ScenarioReader.read("agde")).isInstanceOf(IOException.class)
                .hasMessageContaining("agde").hasMessageContaining(String.join(", ", ScenarioReader.BUILT_IN));
    }
}
