// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What people do to a running server is written down, can be shown, checked and exported, and a change is found. */
@Execution(ExecutionMode.CONCURRENT)
class AuditCommandTest {

    @TempDir
    private Path home;

    private String site;

    @BeforeEach
    void write() throws IOException {
        site = Files.writeString(home.resolve("site.yaml"), """
                evenfloat: 1
                site: { name: Small, time-zone: UTC }
                data-folder: data
                web: { port: 0 }
                lines:
                  - { id: L1, tcp: "127.0.0.1:9" }
                """).toString();
    }

    private Path audit() {
        return home.resolve("data").resolve("audit");
    }

    private static String told(int exitCode, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("audit"));
        words.addAll(List.of(arguments));
        try (Program program = new Program(words.toArray(String[]::new))) {
            String told = program.end(60);
            assertThat(program.exitCode()).as(told).isEqualTo(exitCode);
            return told;
        }
    }

    private void run(int deeds) throws Exception {
        try (Program server = new Program("run", site)) {
            Api api = new Api(server.awaitText("Bearer", 60));
            for (int i = 0; i < deeds; i++) {
                assertThat(api.post("lines/L1/work/stop", "{}")).isEqualTo(200);
            }
            assertThat(told(0, "verify", site)).as("while the server runs").contains(deeds + " entries", "all links hold");
            server.kill();
        }
    }

    @Test
    void whatWasDoneIsShownCheckedAndExported() throws Exception {
        run(3);
        assertThat(told(0, "show", site)).contains("STOP_LINE_WORK", "line L1", "DONE", "console");
        assertThat(told(0, "show", site, "--entries", "1")).startsWith("3  ").doesNotContain("\n");
        assertThat(told(0, "show", site, "--who", "nobody")).isEqualTo("no entries");
        assertThat(told(0, "show", site, "--verb", "stop_line_work", "--since", "2020-01-01").lines()).hasSize(3);
        assertThat(told(2, "show", site, "--since", "yesterday")).contains("--since: yesterday - allowed: a date");

        String exported = home.resolve("out.jsonl").toString();
        told(0, "export", site, "--out", exported);
        assertThat(told(2, "export", site, "--out", exported)).contains("exists - allowed: a new file");
        assertThat(told(0, "verify", exported)).contains("3 entries", "all links hold", "there is no head here");
        told(0, "export", site, "--format", "csv", "--out", home.resolve("out.csv").toString());
        assertThat(Files.readAllLines(home.resolve("out.csv"))).hasSize(4);
        assertThat(told(0, "export", site, "--format", "CSV", "--out", "-")).startsWith("number,at,kind");
    }

    private void findsAfter(Consumer<List<String>> tampering, String... words) throws Exception {
        Path file = audit().resolve("audit-000001.jsonl");
        byte[] good = Files.readAllBytes(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        tampering.accept(lines);
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(told(1, "verify", site)).contains("PROBLEM", "this is not as it was written").contains(words);
        Files.write(file, good);
    }

    @Test
    void aChangedARemovedAndASwappedEntryAreFound() throws Exception {
        run(4);
        findsAfter(lines -> lines.set(1, lines.get(1).replace("line L1", "line L2")), "line 2, entry 2", "it was changed");
        findsAfter(lines -> lines.remove(1), "before it entry 2 is missing - removed");
        findsAfter(lines -> lines.remove(3), "entry 4 is missing", "the end was cut off");
        findsAfter(lines -> Collections.swap(lines, 1, 2), "line 3, entry 2: stands behind entry 3", "swapped");
        String all = told(0, "verify", site);
        String head = all.lines().filter(line -> line.startsWith("head ")).findFirst().orElseThrow().substring(8);
        told(0, "verify", site, "--contains", head);
        assertThat(told(1, "verify", site, "--contains", "0".repeat(64))).contains("that was noted");
    }

    @Test
    void aCopyWithoutTheKeySaysWhatCouldNotBeChecked() throws Exception {
        run(2);
        Path copy = Files.createDirectory(home.resolve("copy"));
        for (String name : List.of("audit-000001.jsonl", "head")) {
            Files.copy(audit().resolve(name), copy.resolve(name));
        }
        assertThat(told(0, "verify", copy.toString())).contains("there is no key here", "but the head not by the key");
        assertThat(told(0, "verify", home.resolve("data").toString())).contains("2 entries").doesNotContain("remark");
        assertThat(told(2, "verify", home.toString())).contains("holds no audit");
        assertThat(told(1, "verify", home.resolve("none.jsonl").toString())).contains("is not there");
    }

    @Test
    void nothingIsDoneThatCannotBeWrittenDown() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.createFile(audit());
        try (Program server = new Program("run", site)) {
            Api api = new Api(server.awaitText("Bearer", 60));
            assertThat(api.post("lines/L1/work/stop", "{}")).isEqualTo(503);
            assertThat(api.post("lines/L1/work/stop", "{}")).isEqualTo(503);
            JsonNode events = api.await("events", answer -> answer.toString().contains("AUDIT_FAILING"), 20);
            assertThat(events.path("events")).filteredOn(event -> event.path("kind").asText().equals("AUDIT_FAILING"))
                    .as("told once").singleElement()
                    .satisfies(event -> assertThat(event.path("text").asText()).contains("check the free space"));
            Files.delete(audit());
            assertThat(api.post("lines/L1/work/stop", "{}")).isEqualTo(200);
            api.await("events", answer -> answer.toString().contains("AUDIT_WORKING"), 20);
            assertThat(api.get("audit").at("/entries/0/verb").asText()).isEqualTo("STOP_LINE_WORK");
            assertThat(api.get("audit/check").path("good").asBoolean()).isTrue();
        }
    }
}
