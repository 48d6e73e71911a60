// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider.Errand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider over HTTPS is believed only with the certificate of its name. */
class OidcTlsTest {

    private static final Errand ERRAND = new Errand("s", "n", "v");

    @TempDir
    Path folder;

    private TestCertificate certificate;
    private HttpsServer server;
    private volatile byte[] answer;

    @BeforeEach
    void start() throws Exception {
        certificate = new TestCertificate("localhost");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String host, Optional<Path> authorities) throws DirectoryFailure {
        String issuer = "https://" + host + ":" + server.getAddress().getPort();
        answer = ("{\"issuer\": \"%1$s\", \"authorization_endpoint\": \"%1$s/a\", \"token_endpoint\": \"%1$s/t\","
                + " \"jwks_uri\": \"%1$s/k\"}").formatted(issuer).getBytes(StandardCharsets.UTF_8);
        return provider(issuer, authorities).address(ERRAND);
    }

    private static OidcProvider provider(String issuer, Optional<Path> authorities) {
        OidcClient client = new OidcClient(
                issuer, "us", "", "https://us", "openid", "sub", "groups", authorities, 5_000);
        return new OidcProvider(client, InstantSource.system());
    }

    @Test
    void believesTheCertificateOfItsName() throws Exception {
        assertThat(address("localhost", Optional.of(certificate.file(folder, "ca.pem")))).startsWith("https://localhost:");
    }

    @Test
    void believesNoOther() throws Exception {
        Optional<Path> right = Optional.of(certificate.file(folder, "ca.pem"));
        Optional<Path> other = Optional.of(new TestCertificate("localhost").file(folder, "other.pem"));
        assertRefused("127.0.0.1", right);
        assertRefused("localhost", other);
        assertRefused("localhost", Optional.empty());
        assertRefused("localhost", Optional.of(folder.resolve("missing.pem")));
    }

    private void assertRefused(String host, Optional<Path> authorities) {
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() -> address(host, authorities));
    }

    @Test
    void readsNoEndlessAnswer() throws Exception {
        Optional<Path> right = Optional.of(certificate.file(folder, "ca.pem"));
        answer = new byte[1 << 20];
        assertThatExceptionOfType(DirectoryFailure.class)
                .isThrownBy(() -> provider("https://localhost:" + server.getAddress().getPort(), right).address(ERRAND))
                .withMessageContaining("more than 262144 bytes");
    }
}
