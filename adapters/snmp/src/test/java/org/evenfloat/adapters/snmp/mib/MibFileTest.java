// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MIB file says what the program does, and MIB compilers can read it. */
class MibFileTest {

    private static final Path FILE = Path.of("../../docs/mibs/EVENFLOAT-MIB.txt");
    private static final List<Path> SMILINT = List.of(Path.of("/usr/bin/smilint"), Path.of("/usr/local/bin/smilint"));

    private static final Pattern DEFINITION =
            Pattern.compile("^(\\w+) (?:[A-Z]+-[A-Z]+|OBJECT IDENTIFIER ::=|::= TEXTUAL-CONVENTION)", Pattern.MULTILINE);

    private static SiteObjects objects() {
        return new SiteObjects(new NorthboundRoom(1, 2).table(), SnmpSettings.OFF, "1.2.3");
    }

    @Test
    void theFileIsTheOneOfTheProgram() throws IOException {
        String made = MibText.of(objects().own());
        String text = Files.exists(FILE) ? Files.readString(FILE).replace("\r\n", "\n") : "";
        if (!made.equals(text)) {
            Path right = Files.createDirectories(Path.of("target")).resolve("EVENFLOAT-MIB.txt");
            Files.writeString(right, made);
            assertThat(text).as("docs/mibs/EVENFLOAT-MIB.txt; the right one is in adapters/snmp/target").isEqualTo(made);
        }
    }

    @Test
    void itIsPlainAsciiAndNamesNothingTwice() {
        String made = MibText.of(objects().own());
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(made)).isTrue();
        Set<String> names = new HashSet<>();
        Matcher defined = DEFINITION.matcher(made);
        while (defined.find()) {
            assertThat(names.add(defined.group(1).toLowerCase(Locale.ROOT))).as(defined.group(1)).isTrue();
        }
        assertThat(names).hasSizeGreaterThan(200);
    }

    @Test
    void smilintHasNothingToSay(@TempDir Path folder) throws Exception {
        Path smilint = SMILINT.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (smilint == null) {
            assertThat(System.getenv("CI")).as("CI: smilint has to be installed (package smitools)").isNotEqualTo("true");
            System.out.println("MibFileTest: smilint is not installed (package smitools), the MIB file is not checked");
            return;
        }
        Path base = Path.of("src/test/resources/org/evenfloat/adapters/snmp/mib/smi").toAbsolutePath();
        Path file = Files.writeString(folder.resolve("EVENFLOAT-MIB"), MibText.of(objects().own()));
        Path settings = Files.writeString(folder.resolve("smi.conf"), "path " + base + "\n");
        Process process = new ProcessBuilder(
                smilint.toString(), "-c", settings.toString(), "-s", "-l", "3", file.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("said"))).isEmpty();
        assertThat(process.exitValue()).isZero();
    }
}
