// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenfloat.adapters.access.certificate.Elsewhere.NOW;
import static org.evenfloat.adapters.access.certificate.Elsewhere.pem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.evenfloat.adapters.access.certificate.CertificateFiles.Found;
import org.evenfloat.adapters.access.certificate.CertificateFiles.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {

    private static final Elsewhere COMPANY = new Elsewhere();
    private static final KeyPair EC = Elsewhere.keys("EC", 256);
    private static final KeyPair RSA = Elsewhere.keys("RSA", 2_048);
    private static final X509Certificate ON_EC = COMPANY.server(EC, 90, "ups.example", "*.rooms.example");
    private static final X509Certificate ON_RSA = COMPANY.server(RSA, 90, "ups.example");

    @TempDir
    private Path folder;

    private Found look(String certificates, String key, String password, String... names) throws IOException {
        Path certificate = Files.writeString(folder.resolve("c.pem"), certificates);
        Optional<Named> keyFile = key == null ? Optional.empty()
                : Optional.of(new Named("key-file", Files.writeString(folder.resolve("k.pem"), key)));
        return new CertificateFiles(new Named("certificate-file", certificate), keyFile, Optional.ofNullable(password))
                .look(NOW, List.of(names));
    }

    private static void assertGood(Found found, X509Certificate... chain) {
        assertThat(found.problems()).isEmpty();
        assertThat(found.identity().orElseThrow().chain()).containsExactly(chain);
        assertThat(KeyMatch.fits(found.identity().orElseThrow())).isTrue();
    }

    @Test
    void readsKeysInEveryForm() throws Exception {
        String chain = pem(ON_EC, COMPANY.between);
        assertGood(look(chain, pem(EC.getPrivate()), null, "ups.example"), ON_EC, COMPANY.between);
        String sec1 = Elsewhere.sec1(EC);
        assertThat(sec1).contains("BEGIN EC PRIVATE KEY");
        assertGood(look(chain, sec1, null), ON_EC, COMPANY.between);
        String parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        assertGood(look(chain, parameters + sec1, null), ON_EC, COMPANY.between);
        assertThat(pem(RSA)).contains("BEGIN RSA PRIVATE KEY");
        assertGood(look(pem(ON_RSA), pem(RSA), null), ON_RSA);
        assertGood(look(pem(ON_RSA), Elsewhere.locked(RSA.getPrivate(), "secret"), "secret"), ON_RSA);
        assertGood(look(pem(ON_RSA) + pem(RSA), null, null), ON_RSA);
    }

    @Test
    void readsPkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {ON_EC, COMPANY.between, COMPANY.root};
        store.setKeyEntry("any", EC.getPrivate(), "secret".toCharArray(), chain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, "secret".toCharArray());
        Path file = Files.write(folder.resolve("all.p12"), bytes.toByteArray());
        Named named = new Named("certificate-file", file);
        assertGood(new CertificateFiles(named, Optional.empty(), Optional.of("secret")).look(NOW, List.of("ups.example")),
                ON_EC, COMPANY.between, COMPANY.root);
        assertThat(new CertificateFiles(named, Optional.of(new Named("key-file", file)), Optional.of("wrong"))
                        .look(NOW, List.of()).problems())
                .hasSize(2).anyMatch(p -> p.startsWith("key-file: ") && p.contains("beside a PKCS#12 file - allowed: "))
                .anyMatch(p -> p.contains("cannot be opened with this password"));
    }

    @Test
    void putsTheChainInOrder() throws Exception {
        assertGood(look(pem(COMPANY.root, COMPANY.between, ON_EC), pem(EC.getPrivate()), null),
                ON_EC, COMPANY.between, COMPANY.root);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws Exception {
        X509Certificate stray = Elsewhere.certificate("Stray", RSA, "Stray", RSA, true, 90, NOW);
        Found found = look(pem(ON_EC, stray), pem(Elsewhere.keys("EC", 256).getPrivate()), null, "other.example",
                "ups.example");
        assertThat(found.identity()).isEmpty();
        assertThat(found.problems()).hasSize(3)
                .anyMatch(p -> p.startsWith("key-file: a key of another certificate - allowed: the key of CN=ups.example"))
                .anyMatch(p -> p.startsWith("certificate-file: the certificate of CN=Stray, which issued none"))
                .anyMatch(p -> p.equals("certificate-file: a certificate for ups.example, *.rooms.example - allowed: one"
                        + " that also names other.example"));
    }

    @Test
    void seesWhatBrowsersWillRefuse() throws Exception {
        KeyPair weak = Elsewhere.keys("RSA", 1_024);
        X509Certificate old = Elsewhere.certificate("ups.example", weak, "Between", COMPANY.betweenKeys, false, 90,
                NOW.minus(Duration.ofDays(200)), KeyPurposeId.id_kp_clientAuth, "ups.example");
        Found found = look(pem(old), pem(weak), null);
        assertThat(found.unusable()).isEmpty();
        assertThat(found.identity()).as("better than none").isPresent();
        assertThat(found.doubtful()).hasSize(3)
                .anyMatch(p -> p.contains("expired at 2026-08-06T12:00:00Z - allowed: one that is valid now"))
                .anyMatch(p -> p.contains("weak RSA key")).anyMatch(p -> p.contains("not for servers"));
        X509Certificate early = Elsewhere.certificate("ups.example", EC, "Between", COMPANY.betweenKeys, false, 90,
                NOW.plus(Duration.ofDays(9)), "ups.example");
        assertThat(look(pem(early), pem(EC.getPrivate()), null).doubtful()).singleElement().asString()
                .contains("is valid from");
    }

    @Test
    void aWildcardIsGoodForOneLabel() throws Exception {
        assertThat(look(pem(ON_EC), pem(EC.getPrivate()), null, "a.rooms.example", "UPS.example").problems()).isEmpty();
        assertThat(look(pem(ON_EC), pem(EC.getPrivate()), null, "a.b.rooms.example").problems()).hasSize(1);
        assertThat(look(pem(ON_EC), pem(EC.getPrivate()), null, "rooms.example").problems()).hasSize(1);
    }

    @Test
    void aKeyBehindAPasswordNeedsTheRightOne() throws Exception {
        String locked = Elsewhere.locked(EC.getPrivate(), "secret");
        assertThat(look(pem(ON_EC), locked, null).problems()).singleElement().asString()
                .startsWith("key-file: the key in ").contains("is locked").doesNotContain("secret");
        assertThat(look(pem(ON_EC), locked, "wrong-one").problems()).singleElement().asString()
                .contains("a key that this password does not open").doesNotContain("wrong-one");
    }

    @Test
    void filesThatAreNoneAreSaidWithTheirPlaces() throws Exception {
        Named missing = new Named("certificate-file", folder.resolve("none.pem"));
        Named alsoMissing = new Named("key-file", folder.resolve("none.key"));
        assertThat(new CertificateFiles(missing, Optional.of(alsoMissing), Optional.empty()).look(NOW, List.of()).problems())
                .hasSize(2).allMatch(p -> p.contains("cannot be read (NoSuchFileException) - allowed: "));
        for (String nonsense : List.of("", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n!!!", pem(ON_EC).replace("M", "N"), "0\u0082\u0001")) {
            Found found = look(nonsense, nonsense, null);
            assertThat(found.identity()).as(nonsense).isEmpty();
            assertThat(found.problems()).as(nonsense).isNotEmpty().allMatch(p -> p.contains(" - allowed: "));
        }
        byte[] large = new byte[2 << 20];
        Arrays.fill(large, (byte) ' ');
        assertThat(look(new String(large, StandardCharsets.ISO_8859_1), pem(EC.getPrivate()), null).problems())
                .singleElement().asString().contains("more than 1048576 bytes");
    }

    @Test
    void whatWasImportedIsKeptAndSetAside() throws Exception {
        TlsFolder files = TlsFolder.in(folder);
        ImportedIdentity imported = new ImportedIdentity(files);
        assertThat(imported.present()).isEmpty();
        assertThat(imported.setAside()).isFalse();
        TlsIdentity identity = new TlsIdentity(EC.getPrivate(), List.of(ON_EC, COMPANY.between));
        imported.keep(identity);
        assertThat(imported.present()).hasValue(identity);
        assertThat(identity.toString()).contains("CN=ups.example").doesNotContain("PrivateKey");
        assertThat(imported.setAside()).isTrue();
        assertThat(imported.present()).isEmpty();
        Files.writeString(files.imported(), "damaged");
        assertThatThrownBy(imported::present)
                .isInstanceOf(CertificateFailure.class).hasMessageContaining("import it again");
    }
}
