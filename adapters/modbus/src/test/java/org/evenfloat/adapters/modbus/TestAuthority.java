// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that issues certificates with roles, made by the keytool of the Java that runs the tests. */
final class TestAuthority {

    private static final String PASSWORD = "of-a-test";

    private final Path folder;
    private final String name;

    TestAuthority(Path folder, String name) throws Exception {
        this.folder = folder;
        this.name = name;
        pair(name, "-ext", "bc=ca:true");
        keytool(name, "-exportcert", "-rfc", "-file", pem().toString());
    }

    /** Returns the file with its certificate. */
    Path pem() {
        return folder.resolve(name + ".pem");
    }

    private void pair(String of, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
                "CN=" + of, "-validity", "3"));
        words.addAll(List.of(more));
        keytool(of, words.toArray(String[]::new));
    }

    private void keytool(String of, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("-alias", of, "-keystore", folder.resolve(of + ".p12").toString(), "-storetype", "PKCS12",
                "-storepass", PASSWORD));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
    }

    /** Returns a key with a certificate of this authority; no role for an empty one. */
    ServerKey issue(String to, String role) throws Exception {
        pair(to);
        Path request = folder.resolve(to + ".csr");
        Path issued = folder.resolve(to + ".pem");
        keytool(to, "-certreq", "-file", request.toString());
        List<String> words = new ArrayList<>(List.of("-gencert", "-rfc", "-infile", request.toString(), "-outfile",
                issued.toString(), "-validity", "3"));
        if (!role.isEmpty()) {
            byte[] text = role.getBytes(StandardCharsets.UTF_8);
            words.addAll(List.of("-ext", ClientRole.OID + "=0c"
                    + HexFormat.of().toHexDigits((byte) text.length) + HexFormat.of().formatHex(text)));
        }
        keytool(name, words.toArray(String[]::new));
        Path chain = folder.resolve(to + "-chain.pem");
        Files.writeString(chain, Files.readString(issued) + Files.readString(pem()));
        keytool(to, "-importcert", "-noprompt", "-trustcacerts", "-file", chain.toString());
        return key(to);
    }

    /** Returns its own key, which nobody else has vouched for. */
    ServerKey own() throws Exception {
        return key(name);
    }

    private ServerKey key(String of) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(of + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new ServerKey((PrivateKey) store.getKey(of, PASSWORD.toCharArray()),
                Arrays.stream(store.getCertificateChain(of)).map(X509Certificate.class::cast).toList());
    }

    /** Returns what a client with that key connects with, that trusts an authority; null for no key. */
    static SSLContext client(ServerKey key, TestAuthority trusted) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (key != null) {
            own.setKeyEntry("client", key.key(), new char[0], key.chain().toArray(Certificate[]::new));
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        try (InputStream in = Files.newInputStream(trusted.pem())) {
            authorities.setCertificateEntry("authority",
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
