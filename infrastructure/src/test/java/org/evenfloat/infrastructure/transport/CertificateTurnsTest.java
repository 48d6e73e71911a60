// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.access.certificate.CertificateText;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.infrastructure.site.CertificateSetting;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFile;
import org.evenfloat.infrastructure.site.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTurnsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private SiteConfiguration site(String name, List<String> names, Optional<CertificateSetting> certificate)
            throws Exception {
        SiteConfiguration good = SiteFile.read(Path.of("../docs/examples/one-string.yaml"));
        return new SiteConfiguration(good.site(), good.lines(), good.history(),
                new WebSettings(true, "192.0.2.7", 0, names, true, certificate, Optional.empty()), folder.resolve(name),
                Optional.empty(), good.givenSettings(), good.signIn(), good.alarmContacts(), good.protection());
    }

    /** Returns the first certificate that a turn brings within so many turns. */
    private static Optional<TlsIdentity> turn(CertificateTurns turns, Instant now, int most) {
        for (int i = 0; i < most; i++) {
            Optional<TlsIdentity> next = turns.turn(now);
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    @Test
    void noticesThatTheOwnOneIsDue() throws Exception {
        ServerCertificate certificate = new ServerCertificate(site("a", List.of("battery.example"), Optional.empty()));
        TlsIdentity first = certificate.current(NOW);
        assertThat(CertificateText.names(first.certificate())).contains("battery.example", "localhost");
        assertThat(CertificateText.addresses(first.certificate())).hasToString("[/192.0.2.7]");
        assertThat(certificate.origin()).isEqualTo(ServerCertificate.Origin.OWN);
        CertificateTurns turns = new CertificateTurns(certificate, first);
        assertThat(turn(turns, NOW.plus(Duration.ofDays(200)), 30)).isEmpty();
        TlsIdentity second = turn(turns, NOW.plus(Duration.ofDays(300)), 30).orElseThrow();
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.chain().get(1)).isEqualTo(first.chain().get(1));
        assertThat(turn(turns, NOW.plus(Duration.ofDays(300)), 30)).isEmpty();
    }

    @Test
    void noticesAtTheNextTurnThatItWasRenewedOrImported() throws Exception {
        ServerCertificate certificate = new ServerCertificate(site("a", List.of(), Optional.empty()));
        CertificateTurns turns = new CertificateTurns(certificate, certificate.current(NOW));
        ServerCertificate command = new ServerCertificate(site("a", List.of(), Optional.empty()));
        TlsIdentity renewed = command.own().renew(command.reached(), NOW, false);
        assertThat(turns.turn(NOW).orElseThrow().certificate()).isEqualTo(renewed.certificate());
        TlsIdentity elsewhere = new ServerCertificate(site("b", List.of(), Optional.empty())).current(NOW);
        command.imported().keep(elsewhere);
        assertThat(turns.turn(NOW).orElseThrow().certificate()).isEqualTo(elsewhere.certificate());
        assertThat(certificate.origin()).isEqualTo(ServerCertificate.Origin.IMPORTED);
        command.imported().setAside();
        assertThat(turns.turn(NOW).orElseThrow().certificate()).isEqualTo(renewed.certificate());
    }

    @Test
    void filesThatChangeToSomethingBadChangeNothing() throws Exception {
        ServerCertificate a = new ServerCertificate(site("a", List.of(), Optional.empty()));
        ServerCertificate b = new ServerCertificate(site("b", List.of(), Optional.empty()));
        a.current(NOW);
        b.current(NOW);
        Path file = folder.resolve("given.p12");
        Files.copy(folder.resolve("a/tls/server.p12"), file);
        ServerCertificate given = new ServerCertificate(site("c", List.of("ups.example"),
                Optional.of(new CertificateSetting(file, Optional.empty(), Optional.empty()))));
        assertThat(given.origin()).isEqualTo(ServerCertificate.Origin.FILE);
        assertThat(given.problems(NOW)).singleElement().asString()
                .startsWith("web.certificate-file: a certificate for ")
                .contains(" - allowed: one that also names ups.example");
        CertificateTurns turns = new CertificateTurns(given, given.current(NOW));
        Files.writeString(file, "half written");
        assertThat(turn(turns, NOW, 30)).isEmpty();
        assertThatThrownBy(() -> given.current(NOW)).isInstanceOf(CertificateFailure.class)
                .hasMessageStartingWith("web.certificate-file: ");
        Files.copy(folder.resolve("b/tls/server.p12"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(turns.turn(NOW).orElseThrow().certificate()).isEqualTo(b.current(NOW).certificate());
    }
}
