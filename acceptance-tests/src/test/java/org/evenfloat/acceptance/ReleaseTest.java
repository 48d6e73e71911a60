// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip that users get works on a machine with nothing but a Java runtime. */
@EnabledOnOs(OS.LINUX)
class ReleaseTest {

    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path home;

    private Release release;

    @BeforeEach
    void unpack() throws Exception {
        release = Release.unpack(home.resolve("release"));
    }

    private static void endsInOrder(Program program) throws InterruptedException {
        program.terminate();
        String told = program.end(30);
        assertThat(program.exitCode()).as(told).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(told).contains("SERVER_STOPPED");
    }

    private static void sweeps(Program server) throws Exception {
        Api api = new Api(server.awaitText("Bearer", 60));
        api.await("health", health -> health.path("good").asBoolean() && health.at("/lines/0/sweeps").asInt() > 1, 30);
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(release.cache())) {
            return files.filter(file -> file.getFileName().toString().matches("classes-[0-9]+"))
                    .findFirst().orElseThrow();
        }
    }

    private static String commandLine(Program program) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(program.pid()), "cmdline")).replace('\0', ' ');
    }

    @Test
    void holdsWhatAUserNeeds() throws Exception {
        for (String file : List.of(
                "evenfloat", "supervise", "evenfloat.bat", "LICENSE", "NOTICE", "THIRD-PARTY.txt", "README.md",
                "SECURITY.md",
                "licences/preact.txt", "licences/lucide-static.txt", "docs/commands.md",
                "docs/site-file.schema.json", "docs/examples/one-string.yaml", "docs/howto/install-as-a-service.md",
                "systemd/evenfloat.service", "systemd/README.md")) {
            assertThat(release.folder().resolve(file)).isNotEmptyFile();
        }
        List<String> libraries;
        try (Stream<Path> files = Files.list(release.folder().resolve("lib"))) {
            libraries = files.map(file -> file.getFileName().toString()).toList();
        }
        String thirdParty = Files.readString(release.folder().resolve("THIRD-PARTY.txt"));
        assertThat(libraries).filteredOn(name -> !name.startsWith("evenfloat-")).hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(thirdParty).contains(":" + name.replaceFirst("-[0-9].*", "") + ":"));
        assertThat(libraries).noneMatch(name -> name.contains("junit") || name.contains("port-contracts"));
        assertThat(thirdParty).doesNotContain("Unknown license");
    }

    @Test
    void demoStartsAndEnds() throws Exception {
        try (Program demo = release.start("demo", "--headless", "--port", "0", "--folder", home.resolve("d").toString())) {
            sweeps(demo);
            endsInOrder(demo);
        }
    }

    @Test
    void aServerStartsAndEndsAlsoWithABrokenClassArchive() throws Exception {
        Path room = home.resolve("room");
        try (Program simulated = release.start(
                "simulate", "fresh", "--modules", "4", "--folder", room.toString(), "--web-port", "0")) {
            simulated.awaitText("ready", 60);
            String site = room.resolve("site.yaml").toString();
            try (Program prepared = release.start("prepare")) {
                assertThat(prepared.end(120)).contains("starts faster");
                assertThat(prepared.exitCode()).isZero();
            }
            Path archive = archive();
            byte[] good = Files.readAllBytes(archive);
            runs(site, "=" + archive + " ");
            Files.write(archive, new byte[good.length]);
            runs(site, "=" + archive + " ");
            Files.write(archive, Arrays.copyOf(good, good.length / 2));
            runs(site, "-Xmx512m");
            Files.write(archive, new byte[0]);
            runs(site, "-Xmx512m");
        }
    }

    private void runs(String site, String option) throws Exception {
        try (Program server = release.start("run", site)) {
            sweeps(server);
            assertThat(commandLine(server)).contains(option);
            endsInOrder(server);
        }
    }

    @Test
    void anArchiveWithWhichAStartDiedIsNotUsedAgain() throws Exception {
        String site = Files.writeString(home.resolve("site.yaml"), """
                evenfloat: 1
                site: { name: Small, time-zone: UTC }
                data-folder: data
                web: { port: 0 }
                lines:
                  - { id: L1, tcp: "127.0.0.1:9" }
                """).toString();
        try (Program prepared = release.start("prepare")) {
            prepared.end(120);
        }
        Path archive = archive();
        Files.writeString(archive.resolveSibling(archive.getFileName() + ".start"), "999999999");
        try (Program server = release.start("run", site)) {
            server.awaitText("ready", 60);
            assertThat(commandLine(server)).doesNotContain(archive.toString());
        }
        assertThat(archive).doesNotExist();
    }

    @Test
    void theUnitOfSystemdIsRightAndHardened() throws Exception {
        Path tool = Path.of("/usr/bin/systemd-analyze");
        ExternalTool.require(Files.isExecutable(tool), "systemd-analyze", "systemd");
        String text = Files.readString(release.folder().resolve("systemd").resolve("evenfloat.service"));
        assertThat(text).contains("ExecStart=/opt/evenfloat/evenfloat supervise /etc/evenfloat/site.yaml\n");
        Path unit = Files.writeString(
                home.resolve("evenfloat.service"), text.replace("/opt/evenfloat", release.folder().toString()));
        try (Program verify = new Program(new ProcessBuilder(tool.toString(), "verify", unit.toString()))) {
            // What this machine's own units are found to have is not ours.
            assertThat(verify.end(30).lines().filter(line -> !line.matches("/(usr/)?lib/systemd/system/.*")))
                    .as("complaints").isEmpty();
            assertThat(verify.exitCode()).isZero();
        }
        try (Program security = new Program(new ProcessBuilder(
                tool.toString(), "security", "--offline=true", "--threshold=20", "--no-pager", unit.toString()))) {
            assertThat(security.end(30)).contains("Overall exposure level");
            assertThat(security.exitCode()).as("exposure at most 2.0").isZero();
        }
    }
}
