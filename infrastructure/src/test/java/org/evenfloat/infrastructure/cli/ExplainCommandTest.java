// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    /** The box of format 1 that the module of the black boxes keeps. */
    private static final Path BOX = Path.of("../adapters/alarm-files/src/test/resources/blackbox-1.zip");
    private static final String SEAL = "8d07714a32e61d0e439d4149b277dbb5c246990e0f86cb0452a6287741f7287c";

    @TempDir
    private Path folder;

    @Test
    void tellsStepByStepAndAgrees() {
        Told told = Told.by("explain", BOX.toString(), "--seal", SEAL);
        assertThat(told.exitCode()).as(told.out() + told.err()).isZero();
        assertThat(told.out().lines())
                .contains("Black box A1-20251122T141901Z: string A1, breaker QA1", "seal    " + SEAL,
                        "        every part is as it was when this was written down", "Saturday, 2025-11-22 (UTC)",
                        "  14:48:01  Breaker QA1: order to its first relay.",
                                "the same decision, 149 samples, 5 looks and acts")
                .anyMatch(line -> line.matches("  14:19:01  Block A1-\\d is \\d\\.\\d K above the air, limit 5\\.0 K,"
                        + " 7 of the last 10 samples: WARN\\."))
                .anyMatch(line -> line.matches(" +\\d+\\.\\d │[ wat]*\\*[ wat*]*"))
                .anyMatch(line -> line.matches(" +11-22 13:0\\d +11-22 \\d\\d:\\d\\d UTC"));
    }

    @Test
    void tellsEverySampleAndNoPicture() {
        Told told = Told.by("explain", BOX.toString(), "--all", "--no-plot");
        assertThat(told.exitCode()).isZero();
        assertThat(told.out().lines().filter(line -> line.startsWith("  1")).count()).isGreaterThan(149);
        assertThat(told.out()).doesNotContain("│");
    }

    @Test
    void anotherSealFails() {
        Told told = Told.by("explain", BOX.toString(), "--seal", "0".repeat(64));
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.out()).contains("PROBLEM It is not the seal that was given.");
        assertThat(Told.by("explain", BOX.toString(), "--seal", "12").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void namesThePartThatDoesNotFitAndTheDecisionThatIsAnother() throws Exception {
        Told told = Told.by("explain", changed("minutes.csv", "WARN_RISE", "ALARM_CURRENT").toString());
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.out()).contains("PROBLEM minutes.csv is not as it was written.", "A DIFFERENT DECISION, 149 samples",
                "rule was ALARM_CURRENT and is WARN_RISE");
        told = Told.by("explain", changed("fast.csv", "61", "62").toString());
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.out()).contains("PROBLEM fast.csv is not as it was written.", "the same decision");
    }

    private Path changed(String part, String text, String by) throws IOException {
        Path target = folder.resolve("changed.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(BOX));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    String old = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(old).contains(text);
                    bytes = old.replaceFirst(text, by).getBytes(StandardCharsets.UTF_8);
                }
                out.write(bytes);
                out.closeEntry();
            }
        }
        return target;
    }

    @Test
    void printsJson() throws Exception {
        Told told = Told.by("explain", BOX.toString(), "--json");
        assertThat(told.exitCode()).isZero();
        JsonNode root = new ObjectMapper().readTree(told.out());
        assertThat(root.get("good").asBoolean()).isTrue();
        assertThat(root.get("samples").asInt()).isEqualTo(149);
        assertThat(root.get("firstDifference").isNull()).isTrue();
        assertThat(root.get("story").get(0).get("kind").asText()).isEqualTo("recording");
    }

    @Test
    void whatIsNoBoxIsToldInOneLine() throws Exception {
        Told told = Told.by("explain", folder.resolve("none.zip").toString());
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        told = Told.by("explain", Files.writeString(folder.resolve("text.zip"), "no zip").toString());
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.err()).contains("text.zip is no black box").doesNotContain("\tat ");
    }
}
