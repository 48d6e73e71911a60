// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Users are made at the machine itself, before the first start and while the server runs. */
@Execution(ExecutionMode.CONCURRENT)
class UserCommandsTest {

    private static final String PASSWORD = "ein ruhiger Batterieraum ⚡";

    @TempDir
    private Path folder;

    private String site() throws Exception {
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, """
                evenfloat: 1
                site: { name: Test, time-zone: Europe/Berlin }
                data-folder: data
                web: { address: 127.0.0.1, port: 0 }
                lines:
                  - { id: L1, tcp: "127.0.0.1:9", sweep-period: 2 s }
                batteries:
                  - id: A
                    profile: vrla-agm
                    cells-per-block: 6
                    capacity: 80 Ah
                    module: C20
                    strings:
                      - { id: A1, modules: ["L1: 1-8"] }
                """);
        return file.toString();
    }

    /** What a command printed and returned. */
    private record Told(int exitCode, String text) {}

    private Told told(String input, String... words) throws Exception {
        Path typed = Files.writeString(folder.resolve("typed"), input, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "org.evenfloat.infrastructure.Main"));
        command.addAll(List.of(words));
        try (Program program = new Program(new ProcessBuilder(command).redirectInput(typed.toFile()))) {
            String text = program.end(60);
            return new Told(program.exitCode(), text);
        }
    }

    private void done(Told told) {
        assertThat(told.exitCode()).as(told.text()).isZero();
    }

    @Test
    void aUserIsMadeShownChangedAndRemovedBeforeTheFirstStart() throws Exception {
        String site = site();
        done(told(PASSWORD + "\n", "user", "add", site, "bob", "--role", "admin", "--password-stdin"));
        done(told(PASSWORD, "user", "add", site, "eve", "--role", "view", "--string", "A1=service", "--password-stdin"));
        done(told("", "user", "disable", site, "eve"));
        Told list = told("", "user", "list", site);
        done(list);
        assertThat(list.text().lines()).anySatisfy(line -> assertThat(line).matches("bob +admin +- +no +no +no +20.*"))
                .anySatisfy(line -> assertThat(line).matches("eve +view +A1=service +no +yes +no +20.*"));
        done(told("", "user", "enable", site, "eve"));
        done(told("", "user", "grant", site, "eve", "--role", "operate"));
        done(told(PASSWORD + "!", "user", "passwd", site, "eve", "--password-stdin"));
        done(told("", "user", "remove", site, "eve"));
        assertThat(told("", "user", "list", site).text()).contains("bob ").doesNotContain("eve ");
        String book = Files.readString(folder.resolve("data/access/book.json"));
        assertThat(book).contains("\"bob\"", "$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void whatIsWrongIsSaidAllAtOnceAndNothingIsMade() throws Exception {
        String site = site();
        Told wrong = told("short\n", "user", "add", site, "Bob", "--role", "view", "--string", "B7=service",
                "--password-stdin");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.text().lines().filter(line -> line.contains(" - allowed: "))).hasSize(4);
        assertThat(wrong.text()).doesNotContain("short", "\tat ");
        Told noTerminal = told("", "user", "add", site, "bob", "--role", "admin");
        assertThat(noTerminal.exitCode()).isEqualTo(2);
        assertThat(noTerminal.text()).contains("--password-stdin");
        assertThat(told("", "user", "remove", site, "bob").exitCode()).isEqualTo(2);
        assertThat(folder.resolve("data/access/book.json")).doesNotExist();
    }

    @Test
    void aTokenIsPrintedOnce() throws Exception {
        String site = site();
        Told made = told("", "token", "add", site, "grafana", "--role", "view", "--days", "30");
        done(made);
        String token = made.text().lines().reduce((first, last) -> last).orElseThrow();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(told("", "token", "list", site).text()).contains("grafana", "view").doesNotContain(token);
        assertThat(Files.readString(folder.resolve("data/access/book.json"))).doesNotContain(token);
        done(told("", "token", "remove", site, "grafana"));
        assertThat(told("", "token", "list", site).text()).contains("no tokens");
    }

    @Test
    void theServerPrintsAClaimCodeUntilThereIsAUserAndNoTokensAfterwards() throws Exception {
        String site = site();
        try (Program server = new Program("run", site)) {
            server.awaitText("web     http://127.0.0.1:", 60);
            server.await(line -> line.matches(
                    "claim   [A-Z2-9]{4}-[A-Z2-9]{4}   makes the first administrator, in the browser"), 10);
            server.awaitText("ready", 10);
            done(told(PASSWORD, "user", "add", site, "bob", "--role", "admin", "--password-stdin"));
        }
        try (Program server = new Program("run", site)) {
            String web = server.awaitText("web ", 60);
            assertThat(web).matches("web     http://127\\.0\\.0\\.1:\\d+/");
            server.awaitText("ready", 10);
            server.terminate();
            assertThat(server.end(30)).doesNotContain("claim   ", "Bearer", "token=");
        }
    }
}
