// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCommandTest {

    private static final String SITE = """
            evenfloat: 1
            site: { name: Test, time-zone: Europe/Berlin }
            web: { address: %s, names: [battery.example]%s }
            lines: [{ id: L1, tcp: "127.0.0.1:4001" }]
            """;

    @TempDir
    private Path folder;

    private String site(String name, String address, String more) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        return Files.writeString(home.resolve("site.yaml"), SITE.formatted(address, more)).toString();
    }

    @Test
    void makesAndShowsTheOwnOne() throws Exception {
        String site = site("a", "0.0.0.0", "");
        Told nothing = Told.by("certificate", "show", site);
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(nothing.err()).contains("There is no certificate yet", "certificate renew " + site);
        Told made = Told.by("certificate", "renew", site);
        assertThat(made.exitCode()).as(made.err()).isZero();
        Told shown = Told.by("certificate", "show", site);
        assertThat(shown.out()).isEqualTo(made.out())
                .contains("certificate  of the server's own authority", "names        battery.example, ", "localhost",
                        "127.0.0.1", " days left", "authority    ", "ca.pem", "Import this file into each");
        assertThat(shown.out().lines().filter(line -> line.matches("SHA-256 {6}([0-9A-F]{2}:){31}[0-9A-F]{2}"))).hasSize(2);
        Told again = Told.by("certificate", "renew", site);
        assertThat(again.out()).isNotEqualTo(shown.out());
        assertThat(authority(again)).isEqualTo(authority(shown));
        assertThat(authority(Told.by("certificate", "renew", site, "--authority"))).isNotEqualTo(authority(shown));
    }

    private static String authority(Told told) {
        return told.out().substring(told.out().indexOf("authority    "));
    }

    @Test
    void importsWhatIsRightAndNothingElse() throws Exception {
        Told.by("certificate", "renew", site("elsewhere", "0.0.0.0", ""));
        Path good = folder.resolve("elsewhere/data/tls/server.p12");
        Path otherKey = folder.resolve("elsewhere/data/tls/ca-key.pem");
        String strict = site("strict", "0.0.0.0", "").replace("battery.example", "");
        Files.writeString(Path.of(strict), SITE.formatted("0.0.0.0", "").replace("battery.example", "ups.example"));
        Told refused = Told.by("certificate", "import", strict, "--certificate", good.toString(), "--key",
                otherKey.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).startsWith("Nothing was changed:").contains("--key: ", "beside a PKCS#12 file",
                "one that also names ups.example").doesNotContain("\tat ");
        assertThat(folder.resolve("strict/data/tls/imported.p12")).doesNotExist();

        String site = site("a", "0.0.0.0", "");
        Told taken = Told.by("certificate", "import", site, "--certificate", good.toString());
        assertThat(taken.exitCode()).as(taken.err()).isZero();
        assertThat(taken.out()).startsWith("certificate  imported").contains("battery.example").doesNotContain("authority ");
        assertThat(Told.by("certificate", "show", site).out()).isEqualTo(taken.out());
        Told renewed = Told.by("certificate", "renew", site);
        assertThat(renewed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(renewed.err()).contains("an imported one is in use", "--own");
        assertThat(Told.by("certificate", "renew", site, "--own").out()).startsWith("certificate  of the server's own");
    }

    @Test
    void filesOfTheSiteFileAreReplacedWhereTheyAre() throws Exception {
        String site = site("a", "0.0.0.0", ", certificate: file, certificate-file: given.pem, key-file: given.key");
        for (String[] words : new String[][] {
            {"certificate", "renew", site}, {"certificate", "import", site, "--certificate", "any.pem"}}) {
            Told told = Told.by(words);
            assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(told.err()).contains("web.certificate: file - allowed: own; or replace ", "given.pem and ",
                    "given.key");
        }
        Told shown = Told.by("certificate", "show", site);
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(shown.err()).contains("web.certificate-file: ", "web.key-file: ", "cannot be read");
    }

    @Test
    void checkSaysWhatKeepsPeopleOut() throws Exception {
        String site = site("a", "0.0.0.0", ", certificate: file, certificate-file: given.pem");
        Told told = Told.by("check", site);
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).contains("has 2 problems:",
                "web.address: 0.0.0.0, which other machines can reach, and no users",
                "'evenfloat user add " + site + " NAME --role admin'", "web.certificate-file: ");
        Told off = Told.by("check", site("b", "0.0.0.0", ", enabled: false"));
        assertThat(off.exitCode()).as(off.err()).isZero();
        assertThat(off.out()).contains("web switched off");
        assertThat(Told.by("check", site("c", "127.0.0.1", ", https: true")).out())
                .contains("web https at 127.0.0.1, port 8420, as battery.example");
    }

    @Test
    void runRefusesWithoutUsers() throws Exception {
        String site = site("a", "0.0.0.0", "");
        Told told = Told.by("run", site);
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).contains("no users", "user add " + site).doesNotContain("\tat ");
        assertThat(folder.resolve("a/data")).as("nothing was begun").doesNotExist();
    }
}
