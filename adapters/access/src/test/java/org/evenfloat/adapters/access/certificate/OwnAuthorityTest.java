// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private TlsFolder files;
    private OwnAuthority authority;

    @BeforeEach
    void begin() {
        files = TlsFolder.in(folder.resolve("data"));
        authority = new OwnAuthority(files);
    }

    private static Reached reached(String... addresses) throws Exception {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(InetAddress.getByName(address));
        }
        return new Reached("ups-room", List.of("battery.example", "UPS.Example"), all);
    }

    private static void verify(TlsIdentity identity, X509Certificate root, Instant at) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX").validate(
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(identity.certificate())), parameters);
    }

    @Test
    void makesAChainThatJavaItselfVerifies() throws Exception {
        TlsIdentity identity = authority.current(reached("192.0.2.7", "2001:db8::7"), NOW);
        X509Certificate root = authority.authorityCertificate().orElseThrow();
        verify(identity, root, NOW);
        assertThat(identity.chain()).hasSize(2).last().isEqualTo(root);
        assertThat(KeyMatch.fits(identity)).isTrue();
        X509Certificate server = identity.certificate();
        assertThat(CertificateText.names(server))
                .containsExactly("battery.example", "ups.example", "ups-room", "localhost");
        assertThat(CertificateText.addresses(server))
                .containsExactly(InetAddress.getByName("192.0.2.7"), InetAddress.getByName("2001:db8::7"));
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(root.getBasicConstraints()).isZero();
        assertThat(root.getSubjectX500Principal().getName()).contains("Evenfloat CA ups-room ");
        assertThat(server.getNotBefore()).isEqualTo(Date.from(NOW.minus(Duration.ofDays(1))));
        assertThat(Duration.between(server.getNotBefore().toInstant(), server.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(397));
        assertThat(Duration.between(root.getNotBefore().toInstant(), root.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(3_652));
        assertThat(server.getSerialNumber().bitLength()).isBetween(100, 159);
        assertThat(server.getSerialNumber()).isNotEqualTo(root.getSerialNumber());
    }

    @Test
    void anotherAuthorityDoesNotVouchForIt() throws Exception {
        TlsIdentity identity = authority.current(reached(), NOW);
        OwnAuthority other = new OwnAuthority(TlsFolder.in(folder.resolve("other")));
        other.current(reached(), NOW);
        assertThatThrownBy(() -> verify(identity, other.authorityCertificate().orElseThrow(), NOW))
                .hasMessageContaining("trust");
    }

    @Test
    void onlyTheUserOfTheServerReadsTheKeys() throws Exception {
        authority.current(reached(), NOW);
        for (String name : List.of("ca-key.pem", "server.p12")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.path().resolve(name))))
                    .as(name).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.path()))).isEqualTo("rwx------");
        assertThat(Files.readString(files.authority())).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void anAdministratorLeavesTheFilesToTheUserOfTheServer() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        var nobody = Files.getFileAttributeView(data, PosixFileAttributeView.class);
        try {
            nobody.setOwner(data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            System.out.println("SKIPPED: only root can give files to others");
            Assumptions.abort("only root can give files to others");
        }
        authority.current(reached(), NOW);
        try (var files = Files.walk(data)) {
            assertThat(files.map(file -> file.getFileName() + " " + owner(file)))
                    .allMatch(file -> file.endsWith(" nobody")).contains("ca-key.pem nobody", "lock nobody");
        }
    }

    private static String owner(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isTheSameUntilAThirdOfItsLifeIsLeft() throws Exception {
        TlsIdentity first = authority.current(reached("192.0.2.7"), NOW);
        X509Certificate root = authority.authorityCertificate().orElseThrow();
        Instant end = first.certificate().getNotAfter().toInstant();
        Duration third = Duration.ofDays(397).dividedBy(3);
        assertThat(authority.current(reached("192.0.2.7"), NOW.plusSeconds(60)).certificate())
                .isEqualTo(first.certificate());
        assertThat(authority.current(reached("192.0.2.7"), end.minus(third).minusSeconds(1)).certificate())
                .isEqualTo(first.certificate());
        Instant due = end.minus(third).plusSeconds(1);
        TlsIdentity second = authority.current(reached("192.0.2.7"), due);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.certificate().getPublicKey()).isNotEqualTo(first.certificate().getPublicKey());
        assertThat(authority.authorityCertificate()).hasValue(root);
        verify(second, root, due);
    }

    @Test
    void isRenewedWhenNamesOrAddressesAreMissing() throws Exception {
        TlsIdentity first = authority.current(reached("192.0.2.7", "192.0.2.8"), NOW);
        assertThat(authority.current(reached("192.0.2.8"), NOW).certificate())
                .as("an address too many hurts nobody").isEqualTo(first.certificate());
        TlsIdentity moved = authority.current(reached("192.0.2.9"), NOW);
        assertThat(CertificateText.addresses(moved.certificate())).containsExactly(InetAddress.getByName("192.0.2.9"));
        TlsIdentity renamed = authority.current(
                new Reached("ups-room", List.of("new.example"), List.of(InetAddress.getByName("192.0.2.9"))), NOW);
        assertThat(CertificateText.names(renamed.certificate())).containsExactly("new.example", "ups-room", "localhost");
    }

    @Test
    void theAuthorityIsRenewedBeforeItEndsAndItsCertificatesEndWithIt() throws Exception {
        authority.current(reached(), NOW);
        X509Certificate root = authority.authorityCertificate().orElseThrow();
        Instant late = root.getNotAfter().toInstant().minus(Duration.ofDays(100));
        TlsIdentity last = authority.current(reached(), late);
        assertThat(authority.authorityCertificate()).hasValue(root);
        assertThat(last.certificate().getNotAfter()).isEqualTo(root.getNotAfter());
        Instant later = root.getNotAfter().toInstant().minus(Duration.ofDays(29));
        TlsIdentity next = authority.current(reached(), later);
        assertThat(authority.authorityCertificate().orElseThrow()).isNotEqualTo(root);
        verify(next, authority.authorityCertificate().orElseThrow(), later);
    }

    @Test
    void aClockThatWasWrongIsForgiven() throws Exception {
        authority.current(reached(), Instant.parse("1970-01-03T00:00:00Z"));
        verify(authority.current(reached(), NOW), authority.authorityCertificate().orElseThrow(), NOW);
        OwnAuthority early = new OwnAuthority(TlsFolder.in(folder.resolve("early")));
        early.current(reached(), Instant.parse("2040-01-01T00:00:00Z"));
        verify(early.current(reached(), NOW), early.authorityCertificate().orElseThrow(), NOW);
    }

    @Test
    void renewsOnDemandWithTheAuthorityOnlyIfAsked() throws Exception {
        TlsIdentity first = authority.current(reached(), NOW);
        X509Certificate root = authority.authorityCertificate().orElseThrow();
        TlsIdentity second = authority.renew(reached(), NOW, false);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(authority.authorityCertificate()).hasValue(root);
        authority.renew(reached(), NOW, true);
        assertThat(authority.authorityCertificate().orElseThrow()).isNotEqualTo(root);
        assertThat(authority.current(reached(), NOW)).isEqualTo(authority.present().orElseThrow());
    }

    @Test
    void aDamagedCertificateIsMadeAnewAndAMissingKeyIsSaid() throws Exception {
        TlsIdentity first = authority.current(reached(), NOW);
        Files.writeString(files.path().resolve("server.p12"), "damaged");
        TlsIdentity second = authority.current(reached(), NOW);
        verify(second, authority.authorityCertificate().orElseThrow(), NOW);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());

        Files.delete(files.path().resolve("ca-key.pem"));
        assertThat(authority.current(reached(), NOW)).as("not needed yet").isEqualTo(second);
        assertThat(authority.current(reached("192.0.2.1"), NOW)).as("the best there is").isEqualTo(second);
        assertThatThrownBy(() -> authority.current(reached(), second.certificate().getNotAfter().toInstant().plusSeconds(1)))
                .isInstanceOf(CertificateFailure.class)
                .hasMessageContaining("ca-key.pem cannot be read").hasMessageContaining("certificate renew");
    }

    @Test
    void aKeyThatWasWrittenWithoutItsCertificateIsNoTrap() throws Exception {
        authority.current(reached(), NOW);
        OwnAuthority other = new OwnAuthority(TlsFolder.in(folder.resolve("other")));
        other.current(reached(), NOW);
        Files.copy(folder.resolve("other/tls/ca-key.pem"), files.path().resolve("ca-key.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        TlsIdentity identity = authority.renew(reached(), NOW, false);
        verify(identity, authority.authorityCertificate().orElseThrow(), NOW);
    }

    @Test
    void twoAtATimeAgreeOnOne() throws Exception {
        Reached reached = reached("192.0.2.7");
        List<X509Certificate> seen = IntStream.range(0, 8).parallel()
                .mapToObj(i -> {
                    try {
                        return new OwnAuthority(files).current(reached, NOW).certificate();
                    } catch (CertificateFailure e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct().toList();
        assertThat(seen).hasSize(1);
    }
}
