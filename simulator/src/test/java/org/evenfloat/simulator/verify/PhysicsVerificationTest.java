// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class PhysicsVerificationTest {

    private static final Path SET = Path.of("src/test/resources/physics");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    private Path copy;

    @BeforeEach
    void copySet() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SET)) {
            for (Path file : files) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    private int run(Path directory) {
        bytes.reset();
        return PhysicsVerification.run(directory, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void change(Consumer<ObjectNode> change) throws IOException {
        Path file = copy.resolve("expected.json");
        ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
        change.accept(root);
        JSON.writeValue(file.toFile(), root);
    }

    private static ObjectNode entry(JsonNode root, String name) {
        return (ObjectNode) root.get(name);
    }

    /** Keeps only some cases, so that a test does not run the others. */
    private void only(String... names) throws IOException {
        List<String> kept = List.of(names);
        change(root -> root.properties().removeIf(e -> !e.getKey().equals("_meta") && !kept.contains(e.getKey())));
    }

    /** Changes a column of a table from row to row. */
    private void changeTable(String name, String column, BiFunction<Integer, Double, Object> change)
            throws IOException {
        Path file = copy.resolve(name + ".csv.gz");
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        int at = List.of(lines.get(0).split(",")).indexOf(column);
        try (Writer writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            writer.write(lines.get(0) + "\n");
            for (int row = 0; row < lines.size() - 1; row++) {
                String[] fields = lines.get(row + 1).split(",");
                fields[at] = String.valueOf(change.apply(row, Double.valueOf(fields[at])));
                writer.write(String.join(",", fields) + "\n");
            }
        }
    }

    @Test
    void passesTheReferenceCasesAndNamesWhatItSkips() throws IOException {
        change(root -> root.putObject("a_case_of_another_kind").put("kind", "novel"));
        assertThat(run(copy)).describedAs(output()).isZero();
        assertThat(output())
                .containsPattern("PASS +controller_vectors +unit +\\|du\\| .* <= 1e-06")
                .containsPattern("PASS +block_dis_180pC +block +\\|dV\\| 0\\.\\d+ mV <= 30 mV; end 894 s")
                .containsPattern("PASS +openloop_S1 +openloop .*\\|dI\\| 0\\.\\d+ mA <= 1 mA")
                .containsPattern("PASS +eq_S1_window1V8 +equalise .*t_conv 1\\.\\d+ h <= 2\\.25 h; in band .*Ah")
                .containsPattern("PASS +cycle +cycle +phases fed: duty on 0 of \\d+ .*REST after \\d+ min <= 45 min")
                .containsPattern("PASS +discharge_1 +discharge +block 4 warned at 780 s, below 10\\.5 V at 810 s")
                .containsPattern("PASS +ri_trend +ri +ratio of 24 blocks off by 0\\.0\\d+ <= 0\\.06")
                .containsPattern("PASS +tr_n_hotday_0 +thermal +TRIP none; each minute TRIP none; without current TRIP none")
                .contains("skipped: 1 of kind novel")
                .contains("8 passed, 0 failed");
    }

    @Test
    @EnabledIfSystemProperty(named = "physics.dir", matches = ".+")
    void passesTheSetInTheGivenDirectory() {
        int code = run(Path.of(System.getProperty("physics.dir")));
        System.out.println(output());
        assertThat(code).describedAs(output()).isZero();
    }

    @Test
    void failsWhenBlockVoltageIsOff() throws IOException {
        only("block_dis_180pC");
        changeTable("block_dis_180pC", "V", (row, volts) -> row == 40 ? volts + 0.031 : volts);
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).containsPattern("FAIL +block_dis_180pC .*NOT \\|dV\\| 3[01]").contains("1 failed");
    }

    @Test
    void failsWhenDischargeEndsAtAnotherTime() throws IOException {
        only("block_dis_180pC");
        change(root -> entry(root, "block_dis_180pC").put("t_end_s", 930));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT end 894 s in 930 s");
    }

    @Test
    void failsWhenAParameterDiffers() throws IOException {
        only("openloop_S1");
        change(root -> entry(entry(root, "openloop_S1"), "params").put("c_u", 10.5));
        assertThat(run(copy)).describedAs("the case's own c_u is used").isEqualTo(1);
        change(root -> {
            entry(root, "openloop_S1").remove("params");
            entry(entry(root, "_meta"), "overrides").put("c_u", 11.0);
        });
        assertThat(run(copy)).describedAs("without params the overrides are used").isZero();
        change(root -> entry(entry(root, "_meta"), "base_params").put("i_gas", 0.0003));
        assertThat(run(copy)).describedAs("base parameters are used").isEqualTo(1);
    }

    @Test
    void failsWhenControllerDiffersInOneRow() throws IOException {
        only("controller_vectors");
        changeTable("controller_vectors", "z3", (row, z) -> row == 90 ? z + 2e-6 : z);
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("first at row 90");
    }

    @Test
    void failsWhenEqualizingIsTooSlowOrTooExpensive() throws IOException {
        only("eq_S1_window1V8");
        change(root -> entry(root, "eq_S1_window1V8").put("limit_tconv_h", 0.9).put("ref_Ah", 9.0));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT t_conv").contains("NOT duty");
    }

    @Test
    void failsWhenACorrectableStringIsExpectedNotToBe() throws IOException {
        only("eq_S1_window1V8");
        change(root -> entry(root, "eq_S1_window1V8").put("correctable", false).put("run_s", 9000));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT never CONVERGED: at 1.").contains("NOT NOT_CORRECTABLE");
    }

    @Test
    void failsWhenDischargeIsCalledFloat() throws IOException {
        only("cycle");
        changeTable("cycle", "phase", (row, phase) -> row < 30 ? "1" : String.valueOf(phase.intValue()));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT own detection: DISCHARGE on the first row of 1 of 2");
    }

    @Test
    void failsWhenRestIsSeenInFloat() throws IOException {
        only("cycle");
        changeTable("cycle", "phase", (row, phase) -> String.valueOf(phase == 4 ? 0 : phase.intValue()));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).containsPattern("NOT REST on \\d+ rows");
    }

    @Test
    void failsWhenDischargeIsFoundLate() throws IOException {
        only("cycle");
        changeTable("cycle", "I_A", (row, amps) -> amps < 0 && row < 62 ? 0.05 : amps);
        for (int i = 0; i < 32; i++) {
            changeTable("cycle", "V" + i, (row, volts) -> row >= 60 && row < 62 ? 13.6 : volts);
        }
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT own detection: DISCHARGE on the first row of 0 of 1");
    }

    @Test
    void namesWhatIsWrongWithTheDirectory() throws IOException {
        assertThat(run(copy.resolve("nowhere"))).isEqualTo(2);
        assertThat(output()).contains("nowhere: no such directory");
        Files.delete(copy.resolve("expected.json"));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("expected.json: no such file");
        Files.writeString(copy.resolve("expected.json"), "{\"_meta\": {}, ");
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("expected.json: not JSON").hasLineCount(1);
        Files.writeString(copy.resolve("expected.json"), "[1]");
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("not an object");
    }

    @Test
    void aWeakBlockThatFallsLessIsNotWarnedOfInTime() throws IOException {
        only("discharge_1");
        changeTable("discharge_1", "V4", (row, volts) -> Math.max(volts, 12.2 - 0.01 * row));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT block 4 warned at");
    }

    @Test
    void aWrongRatioFails() throws IOException {
        only("ri_trend");
        change(root -> ((ObjectNode) entry(root, "ri_trend").get("truth").get(3)).put("true_ratio_end", 1.1));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT ratio of 24 blocks off by 0.2");
    }

    @Test
    void failsWhenARunawayIsNotTrippedInTime() throws IOException {
        only("tr_n_hotday_0");
        change(root -> entry(root, "tr_n_hotday_0").put("normal", false).put("t60_h", 40));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT TRIP none");
    }

    @Test
    void failsWhenANormalStringTrips() throws IOException {
        only("tr_n_hotday_0");
        for (int block = 0; block < 3; block++) {
            changeTable("tr_n_hotday_0", "T" + block, (row, celsius) -> celsius + Math.min(30, row / 20.0));
        }
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).containsPattern("NOT TRIP \\d+\\.\\d\\d h; NOT each minute TRIP");
    }

    @Test
    void failsWhenABrokenSensorIsNotTold() throws IOException {
        only("tr_n_hotday_0");
        change(root -> entry(root, "tr_n_hotday_0").put("fault_start_s", 100_000).put("sensor_event_required", true));
        assertThat(run(copy)).isEqualTo(1);
        assertThat(output()).contains("NOT sensor told after none");
        changeTable("tr_n_hotday_0", "Tamb_C", (row, celsius) -> row > 556 ? -40 : celsius);
        assertThat(run(copy)).isEqualTo(0);
        assertThat(output()).containsPattern("sensor told after 0\\.\\d\\d h");
    }

    @Test
    void refusesASetWithoutCases() throws IOException {
        only();
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("no case at all");
        Files.writeString(copy.resolve("expected.json"), "");
        assertThat(run(copy)).isEqualTo(2);
    }

    @Test
    void refusesASetOfOnlySkippedKinds() throws IOException {
        only("tr_n_hotday_0");
        change(root -> entry(root, "tr_n_hotday_0").put("kind", "novel"));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("skipped: 1 of kind novel").contains("no case of a kind that is run");
    }

    @Test
    void namesTheKeyThatIsMissing() throws IOException {
        only("eq_S1_window1V8");
        change(root -> entry(root, "eq_S1_window1V8").remove("kp"));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("expected.json: case eq_S1_window1V8: kp: null - a number");
        change(root -> entry(root, "eq_S1_window1V8").put("kp", 3.7).put("N", 2.5));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("N: 2.5 - a whole number");
        change(root -> entry(entry(root, "_meta"), "base_params").remove("Rp"));
        change(root -> entry(root, "eq_S1_window1V8").put("N", 64));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("Rp: nothing - a number");
        change(root -> entry(root, "eq_S1_window1V8").remove("kind"));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("kind: null - a text");
    }

    @Test
    void namesTheTableThatCannotBeRead() throws IOException {
        only("openloop_S1");
        changeTable("openloop_S1_init", "eta_V", (row, eta) -> row == 3 ? "x" : eta);
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("openloop_S1_init.csv.gz: line 5, eta_V: \"x\" - a number");
        Files.writeString(copy.resolve("openloop_S1_init.csv.gz"), "block,cells\n");
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("openloop_S1_init.csv.gz: cannot be read");
        Files.delete(copy.resolve("openloop_S1_init.csv.gz"));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("openloop_S1_init.csv.gz: no such file");
    }

    @Test
    void refusesATableOfAnotherString() throws IOException {
        only("openloop_S1");
        change(root -> entry(root, "openloop_S1").put("N", 63));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("64 rows - one a block, 63");
        changeTable("openloop_S1_init", "cells_ok", (row, cells) -> 7);
        change(root -> entry(root, "openloop_S1").put("N", 64));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("line 2: block of 6 cells, 7 of them sound");
    }

    @Test
    void followsNoNameOutOfTheDirectory() throws IOException {
        only("openloop_S1");
        change(root -> entry(root, "openloop_S1").put("init", "../secret.csv.gz"));
        assertThat(run(copy)).isEqualTo(2);
        assertThat(output()).contains("outside the directory");
    }
}
