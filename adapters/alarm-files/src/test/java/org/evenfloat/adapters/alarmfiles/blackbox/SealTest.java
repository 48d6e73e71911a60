// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed in a box is found. */
class SealTest {

    @TempDir
    static Path home;

    private static Path box;

    @BeforeAll
    static void makeBox() throws IOException {
        RoomRun run = new RoomRun("A1", 4, 41);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.runaway();
        box = rig.export(tape, tape.boxes().get(0).name());
        assertThat(TapeRig.explain(box).good()).isTrue();
    }

    @Test
    void aByteInAnyPart() throws Exception {
        SeededCases.check("found", 3, draw -> {
            for (String name : TapeRig.parts(box).keySet()) {
                Path changed = TapeRig.changed(box, parts -> {
                    byte[] bytes = parts.get(name);
                    bytes[draw.between(0, bytes.length - 1)] ^= 1;
                });
                try (BoxFile file = new BoxFile(changed)) {
                    BoxFile.Seal seal = file.check();
                    if (name.equals(BoxWriter.MANIFEST)) {
                        assertThat(seal.problems().isEmpty() && seal.seal().equals(TapeRig.explain(box).seal())).isFalse();
                    } else {
                        assertThat(seal.problems()).as(name).containsExactly(name + " is not as it was written");
                    }
                }
            }
        });
    }

    @Test
    void aByteOfTheFileItself() throws Exception {
        byte[] whole = Files.readAllBytes(box);
        SeededCases.check("found or without a meaning", 40, draw -> {
            byte[] spoiled = whole.clone();
            spoiled[draw.between(0, whole.length - 1)] ^= (byte) draw.between(1, 255);
            Path changed = Files.write(home.resolve("spoiled.zip"), spoiled);
            try (BoxFile file = new BoxFile(changed)) {
                if (file.check().problems().isEmpty()) {
                    assertThat(TapeRig.parts(changed).keySet()).isEqualTo(TapeRig.parts(box).keySet());
                }
            } catch (IOException | IllegalArgumentException found) {
                assertThat(found).isNotNull();
            }
        });
    }

    @Test
    void aPartThatIsMissingOrWasAdded() throws Exception {
        try (BoxFile file = new BoxFile(TapeRig.changed(box, parts -> parts.remove(BoxWriter.FAST)))) {
            assertThat(file.check().problems()).containsExactly("fast.csv is missing");
        }
        try (BoxFile file = new BoxFile(TapeRig.changed(box, parts -> parts.put("more.txt", new byte[3])))) {
            assertThat(file.check().problems()).containsExactly("more.txt is not in the manifest: it was added");
        }
        try (BoxFile file = new BoxFile(TapeRig.changed(box, parts -> parts.remove(BoxWriter.MANIFEST)))) {
            assertThat(file.check().problems()).singleElement().asString().contains("manifest.txt cannot be read");
        }
    }

    /** Who makes all hashes anew has another seal than the audit, and numbers that lead to something else. */
    @Test
    void anotherNumberUnderHashesMadeAnewLeadsToAnotherDecision() throws Exception {
        Path changed = TapeRig.changed(box, parts -> {
            cell(parts, BoxWriter.MINUTES, 500, "A1-2 0.01C", old -> Integer.toString(number(old) + 150));
            TapeRig.manifest(parts);
        });
        Explanation explanation = TapeRig.explain(changed);
        assertThat(explanation.sealProblems()).isEmpty();
        assertThat(explanation.seal()).isNotEqualTo(TapeRig.explain(box).seal());
        assertThat(explanation.good()).isFalse();
        assertThat(explanation.firstDifference()).get().asString().contains("string A1, sample ");
        assertThat(explanation.differences()).isPositive();
    }

    @Test
    void anotherFindingOrderOrNoticeIsNamed() throws Exception {
        Path stage = TapeRig.changed(box, parts -> {
            cell(parts, BoxWriter.MINUTES, 855, "stage", old -> "NORMAL");
            TapeRig.manifest(parts);
        });
        assertThat(TapeRig.explain(stage).firstDifference()).get().asString()
                .matches(".* string A1, sample \\d+: stage was NORMAL and is [A-Z]+");
        Path order = TapeRig.changed(box, parts -> {
            replace(parts, BoxWriter.BREAKER, "order=FIRST_RELAY", "order=NOTHING");
            TapeRig.manifest(parts);
        });
        assertThat(TapeRig.explain(order).firstDifference()).get().asString()
                .contains("breaker QA1, look").contains("order was NOTHING and is FIRST_RELAY");
        Path told = TapeRig.changed(box, parts -> {
            replace(parts, BoxWriter.BREAKER, "news=OPENED", "news=FAILED");
            TapeRig.manifest(parts);
        });
        assertThat(TapeRig.explain(told).firstDifference()).get().asString().contains("told")
                .endsWith("news was FAILED and is OPENED");
        Path state = TapeRig.changed(box, parts -> {
            cell(parts, BoxWriter.MINUTES, 300, "memento_sha256", old -> "0".repeat(64));
            TapeRig.manifest(parts);
        });
        assertThat(TapeRig.explain(state).firstDifference()).get().asString().contains("not everything");
    }

    @Test
    void whatIsNoValueIsNamed() throws Exception {
        Path changed = TapeRig.changed(box, parts -> {
            cell(parts, BoxWriter.MINUTES, 20, "rule", old -> "TRIP_SOMEHOW");
            TapeRig.manifest(parts);
        });
        assertThat(TapeRig.explain(changed).firstDifference()).get().asString()
                .contains("cannot be read: rule: 'TRIP_SOMEHOW' is no such value");
    }

    private static int number(String cell) {
        return Integer.parseInt(cell.replaceAll("[stm]", ""));
    }

    private static void replace(Map<String, byte[]> parts, String part, String text, String by) {
        String old = new String(parts.get(part), UTF_8);
        String changed = old.replaceFirst(text, by);
        assertThat(changed).isNotEqualTo(old);
        parts.put(part, changed.getBytes(UTF_8));
    }

    private static void cell(Map<String, byte[]> parts, String part, int row, String column,
            UnaryOperator<String> change) {
        String[] lines = new String(parts.get(part), UTF_8).split("\n");
        int at = Csv.cells(lines[0]).indexOf(column);
        List<String> cells = Csv.cells(lines[row]);
        String old = cells.get(at);
        cells.set(at, change.apply(old));
        assertThat(cells.get(at)).as("it has to be changed").isNotEqualTo(old);
        lines[row] = Csv.line(cells);
        parts.put(part, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
}
