// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteFileProblemsTest {

    private static final String TEN_MISTAKES = """
            evenfloat: 1
            site: { name: Test, time-zone: Mars/Olympus }
            web: { address: battery.local }
            lines:
              - { id: L1, serial: /dev/ttyUSB0, baud: 9601 }
              - { id: L2, serial: /dev/ttyUSB0 }
            batteries:
              - id: A
                profile: vrla-agm
                cells-per-block: 6
                capacity: eighty
                module: C20
                colour: red
                strings:
                  - id: A1
                    modules: ["L1: 1-10"]
                  - id: A1
                    modules: ["L1: 11-20"]
                  - id: A2
                    modules: ["L1: 20-30"]
                    current-zero: 20
                    current-sensor: "L1: 99"
            history: { memory: forever }
            """;

    @Test
    void listsTenMistakesAtOnceInTheOrderOfTheFile() {
        assertThat(SiteTexts.problems(TEN_MISTAKES))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "line 2, site.time-zone",
                        "line 3, web.address",
                        "line 5, lines[0].baud",
                        "line 6, lines[1].serial",
                        "line 11, batteries[0].capacity",
                        "line 13, batteries[0]",
                        "line 17, batteries[0].strings[1].id",
                        "line 20, batteries[0].strings[2].modules[0]",
                        "line 21, batteries[0].strings[2].current-zero",
                        "line 23, history.memory");
    }

    @Test
    void knowsLineAndColumnOfEachMistake() {
        assertThatExceptionOfType(SiteFileProblems.class).isThrownBy(() -> SiteTexts.parse(TEN_MISTAKES))
                .satisfies(e -> assertThat(e.problems())
                        .filteredOn(problem -> problem.where().endsWith(".capacity"))
                        .containsExactly(new SiteFileProblem(11, 15, "batteries[0].capacity", "\"eighty\"",
                                "unknown, or a charge such as 80 Ah, 0.5 Ah to 20000 Ah")))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSameSizeAs(e.problems()));
    }

    @Test
    void countsAMistakeInASharedDefaultOnce() {
        String strings = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "      - { id: S" + i + ", modules: [\"L1: " + i + "\"] }\n")
                .collect(Collectors.joining());
        assertThat(SiteTexts.problems("""
                evenfloat: 1
                site: { name: Test, time-zone: UTC }
                lines: [{ id: L1, serial: COM1 }]
                batteries:
                  - id: A
                    profile: vrla-agm
                    cells-per-block: 1
                    capacity: 80 Ah
                    module: C20
                    equalizing: perhaps
                    strings:
                """ + strings)).hasSize(2);
    }

    @Test
    void keepsOnlySoManyMistakesAndCountsTheRest() {
        String keys = IntStream.range(0, 2500).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());
        List<String> problems = SiteTexts.problems(SiteTexts.GOOD + keys);
        assertThat(problems).hasSize(ProblemList.LIMIT + 1);
        assertThat(problems.get(ProblemList.LIMIT)).isEqualTo("site file: 1500 more problems - allowed: none");
    }

    @Test
    void quotesLongAndUnprintableValuesShortened() {
        assertThat(SiteTexts.problems(SiteTexts.spoiled("port: 8420", "port: \"\\e[31m" + "x".repeat(5000) + "\"")))
                .singleElement().asString().hasSizeLessThan(200).contains("\"?[31mxxx").doesNotContain("\u001b");
    }

    @Test
    void neverShowsAPlainSecret() {
        assertThat(SiteTexts.problems(SiteTexts.spoiled("port: 8420", "token: correct-horse-battery")))
                .singleElement().asString().doesNotContain("horse");
    }

    @Test
    void refusesMoreThan64Lines() {
        assertThat(SiteTexts.problems(site(lines(65), "")))
                .containsExactly("line 4, lines: 65 lines - allowed: 1 to 64 lines");
        assertThat(SiteTexts.problems(site("  []\n", "")))
                .containsExactly("line 4, lines: 0 lines - allowed: 1 to 64 lines");
    }

    @Test
    void refusesMoreThan1000Strings() {
        String strings = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> "      - { id: S" + i + ", modules: [\"L1: " + i + "\"] }\n")
                .collect(Collectors.joining());
        assertThat(SiteTexts.problems(site(lines(1), battery(strings))))
                .containsExactly("line 6, batteries: 1001 strings - allowed: at most 1000 strings on the site");
    }

    @Test
    void refusesMoreThan2000DevicesOnALine() {
        String strings = "      - { id: S1, modules: [\"L1: 1-1500\"] }\n"
                + "      - { id: S2, modules: [\"L1: 1501-2001\"] }\n";
        assertThat(SiteTexts.problems(site(lines(1), battery(strings)))).containsExactly(
                "line 4, lines[0]: 2001 devices on the line - allowed: at most 2000 devices a line");
    }

    @Test
    void looksOnlyAtTheBeginningOfAnEndlessList() {
        List<String> problems = SiteTexts.problems(site("  [" + "L, ".repeat(100_000) + "]\n", ""));
        assertThat(problems).contains("line 4, lines: a list of 100000 - allowed: at most 2000 in one list")
                .anyMatch(problem -> problem.startsWith("site file: ")).hasSize(ProblemList.LIMIT + 1);
    }

    @Test
    void saysWhenASiteNeedsMoreUnitIdsThanThereAre() throws Exception {
        String lines = "  - { id: L, serial: /dev/tty1 }\n";
        StringBuilder strings = new StringBuilder();
        for (int i = 1; i <= 130; i++) {
            strings.append("      - { id: S").append(i).append(", modules: [\"L: ").append(i).append("\"] }\n");
        }
        String modbus = "modbus: { enabled: true, port: 1502, unit: %d }\n";
        assertThat(SiteTexts.problems(site(lines, battery(strings.toString()) + modbus.formatted(247)))).containsExactly(
                "line 142, modbus.unit: unit ids 247 to 248, of which the site takes 2 - allowed: 1 to 246, so that the last"
                        + " one is at most 247");
        SiteTexts.parse(site(lines, battery(strings.toString()) + modbus.formatted(246)));
        SiteTexts.parse(site(lines, battery(strings.toString()) + modbus.formatted(247).replace("true", "false")));
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "  - { id: L" + i + ", serial: /dev/tty" + i + " }\n").collect(Collectors.joining());
    }

    private static String battery(String strings) {
        return "batteries:\n  - id: B\n    profile: vrla-agm\n    cells-per-block: 6\n    capacity: unknown\n"
                + "    module: C20\n    strings:\n" + strings;
    }

    private static String site(String lines, String batteries) {
        return "evenfloat: 1\nsite: { name: Test, time-zone: UTC }\nlines:\n" + lines + batteries;
    }
}
