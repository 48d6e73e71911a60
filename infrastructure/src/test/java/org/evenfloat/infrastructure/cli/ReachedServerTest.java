// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFile;
import org.evenfloat.infrastructure.site.WebSettings;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.wiring.AccessParts;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server at an address that others could reach, asked from this machine. */
class ReachedServerTest {

    @TempDir
    private Path folder;

    private static Optional<String> own() throws Exception {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress).findFirst();
    }

    private SSLContext trust() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(folder.resolve("tls/ca.pem"))) {
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Makes the first administrator at the console, and a token for a script. */
    private static String token(SiteConfiguration site) {
        Actor console = new Actor(Actor.Kind.CONSOLE, "root", "console", Grants.of(Role.ADMIN));
        ManageUsers users = AccessParts.ofConsole(site).accounts().manageUsers();
        assertThat(users.add(console, "eva", Grants.of(Role.ADMIN), "a quiet battery room", false)).isEmpty();
        return users.addToken(console, "scada", Grants.of(Role.VIEW), 30).token();
    }

    @Test
    void servesHttpsAndNothingElseWithACertificateForItsAddress() throws Exception {
        if (own().isEmpty()) {
            System.out.println("SKIPPED: this machine has no address but loopback");
            Assumptions.abort("this machine has no address but loopback");
        }
        String address = own().get();
        SiteConfiguration good = SiteFile.read(Path.of("../docs/examples/one-string.yaml"));
        SiteConfiguration site = new SiteConfiguration(good.site(), good.lines(), good.history(),
                new WebSettings(true, address, 0, List.of(), false, Optional.empty(), Optional.empty()), folder,
                Optional.empty(), good.givenSettings(), good.signIn(), good.alarmContacts(), good.protection());
        String token = token(site);
        try (RealTimekeeper time = new RealTimekeeper(); RunningServer server = RunningServer.start(site, time)) {
            assertThat(server.url()).startsWith("https://" + address + ":" + server.port() + "/");
            assertThat(server.curl()).startsWith("curl --cacert " + folder.resolve("tls/ca.pem") + " ");
            HttpResponse<String> answer = HttpClient.newBuilder().sslContext(trust()).build().send(
                    HttpRequest.newBuilder(URI.create("https://" + address + ":" + server.port() + "/api/v1/strings"))
                            .header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            try (Socket socket = new Socket(address, server.port())) {
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 400 ");
            }
        }
    }
}
