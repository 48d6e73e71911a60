// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String GOOD = """
            evenfloat: 1
            site: { name: Test, time-zone: Europe/Berlin }
            lines:
              - { id: L1, tcp: "127.0.0.1:4001", sweep-period: 2 s }
            batteries:
              - id: A
                profile: vrla-agm
                cells-per-block: 6
                capacity: 80 Ah
                module: C20
                strings:
                  - { id: A1, modules: ["L1: 1-8"], current-sensor: "L1: 101" }
            """;

    @TempDir
    private Path folder;

    private Told check(String text) throws IOException {
        return Told.by("check", Files.writeString(folder.resolve("site.yaml"), text).toString());
    }

    @Test
    void saysWhatAGoodFileDescribes() throws IOException {
        Told told = check(GOOD);
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out().lines()).anySatisfy(line -> assertThat(line).isEqualTo(
                        "Test: 1 lines, 1 batteries, 1 strings, 8 blocks"))
                .anySatisfy(line -> assertThat(line).startsWith(
                        "line L1: 8 modules, 1 sensors, 19200 baud, sweep every 2.0 s"))
                .anySatisfy(line -> assertThat(line).startsWith("string A1: 8 blocks of 6 cells, vrla-agm, 80")
                        .contains("C20 at L1:1 to L1:8", "equalized"))
                .anySatisfy(line -> assertThat(line).startsWith("data folder "));
    }

    @Test
    void saysWhoReadsItByOtherProtocolsAndNoSecret() throws IOException {
        Files.writeString(folder.resolve("community"), "hush-hush");
        Told told = check(GOOD + """
                modbus: { enabled: true, port: 1502 }
                snmp:
                  enabled: true
                  port: 1161
                  communities: [{ name: nms, secret: "${file:community}" }]
                  receivers: [{ host: 10.0.0.9, form: v2c-inform, as: nms }]
                """);
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out().lines()).contains("MODBUS on 127.0.0.1 port 1502, unit id 1, 0 that may write",
                "SNMP on 127.0.0.1 port 1161, 1 communities, 0 users", "SNMP v2c inform to 10.0.0.9 port 162 as nms");
        assertThat(told.out()).doesNotContain("hush-hush");
    }

    @Test
    void tellsTheProblemsOfABadFile() throws IOException {
        Told told = check(GOOD.replace("80 Ah", "80").replace("C20", "C99"));
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("has 2 problems:").doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNotThereIsBadInput() {
        Told told = Told.by("check", folder.resolve("nothing.yaml").toString());
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).contains("nothing.yaml").doesNotContain("\tat ");
    }
}
