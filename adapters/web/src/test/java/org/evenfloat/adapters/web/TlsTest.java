// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS as clients meet it, on loopback. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte FATAL = 2;
    private static final byte HANDSHAKE_FAILURE = 40;
    private static final byte PROTOCOL_VERSION = 70;

    @TempDir
    private static Path folder;

    private static TestCertificate first;
    private static TestCertificate second;

    private final Limits limits = new Limits();

    @BeforeAll
    static void certificates() throws Exception {
        first = TestCertificate.make(folder, "first", "dns:localhost,dns:battery.example,ip:127.0.0.1,ip:::1");
        second = TestCertificate.make(folder, "second", "dns:localhost,ip:127.0.0.1");
    }

    private Served served(String address) throws Exception {
        return new Served(new Room(1, 2),
                new WebSettings(address, 0, Set.of("battery.example"), Optional.of(first.certificate())), limits.limits());
    }

    private static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder().sslContext(trust).connectTimeout(Served.PATIENCE).build();
    }

    private static HttpRequest.Builder request(Served served, String host, String path) {
        return HttpRequest.newBuilder(URI.create("https://" + host + ":" + served.port + path)).timeout(Served.PATIENCE)
                .header("Authorization", "Bearer " + served.access.bearerToken());
    }

    private static HttpResponse<String> get(Served served, SSLContext trust, String host) throws Exception {
        return client(trust).send(request(served, host, "/api/v1/strings").build(), BodyHandlers.ofString());
    }

    private static SSLSocket connect(SSLContext trust, int port, String... protocols) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout((int) Served.PATIENCE.toMillis());
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.startHandshake();
        return socket;
    }

    private static X509Certificate shown(SSLContext trust, int port) throws IOException {
        try (SSLSocket socket = connect(trust, port)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void servesBothVersionsWithForwardSecrecy() throws Exception {
        try (Served served = served("127.0.0.1")) {
            HttpResponse<String> response = get(served, first.client(), "localhost");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .as("would bind every other server on localhost").isEmpty();
            try (SSLSocket old = connect(first.client(), served.port, "TLSv1.2")) {
                assertThat(old.getSession().getCipherSuite()).startsWith("TLS_ECDHE_ECDSA_WITH_").contains("GCM");
            }
            assertThatThrownBy(() -> get(served, second.client(), "localhost")).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void servesIpv6() throws Exception {
        try (Served served = served("::1")) {
            assertThat(get(served, first.client(), "[::1]").statusCode()).isEqualTo(200);
        }
    }

    /** Returns the alert with which the server answers a greeting of that version and suites. */
    private static byte[] alert(Served served, String version, String suites) throws IOException {
        String random = "11".repeat(32);
        String length = String.format("%04x", suites.length() / 2);
        String hello = version + random + "00" + length + suites + "0100";
        String handshake = "01" + String.format("%06x", hello.length() / 2) + hello;
        String head = "160301" + String.format("%04x", handshake.length() / 2);
        try (Socket socket = served.socket()) {
            socket.getOutputStream().write(HEX.parseHex(head + handshake));
            return socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void refusesOldVersionsAndSuites() throws Exception {
        try (Served served = served("127.0.0.1")) {
            String cbc = "c009c013002f";
            for (String version : List.of("0300", "0301", "0302")) {
                assertThat(alert(served, version, cbc)).as(version).startsWith((byte) 21)
                        .endsWith(FATAL, PROTOCOL_VERSION);
            }
            assertThat(alert(served, "0303", cbc)).as("CBC, no forward secrecy").startsWith((byte) 21)
                    .endsWith(FATAL, HANDSHAKE_FAILURE);
            assertThat(alert(served, "0303", "009c009d")).as("RSA key exchange").endsWith(FATAL, HANDSHAKE_FAILURE);
        }
    }

    @Test
    void doesNotRenegotiate() throws Exception {
        try (Served served = served("127.0.0.1"); SSLSocket socket = connect(first.client(), served.port, "TLSv1.2")) {
            socket.getOutputStream().write("GET /api/v1/health HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            socket.startHandshake();
            assertThatThrownBy(() -> {
                socket.getOutputStream().write("x\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("closed");
                }
            }).isInstanceOf(IOException.class);
        }
    }

    @Test
    void tellsWhoeverSpeaksHttpAndLetsHimGo() throws Exception {
        try (Served served = served("127.0.0.1")) {
            assertThat(served.raw("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ").endsWith("This port speaks HTTPS: use https://.\r\n");
            assertThat(served.raw("\u0001\u0002\u0003 neither\r\n")).isEmpty();
            assertThat(get(served, first.client(), "localhost").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsAnotherCertificateWithoutEndingConnections() throws Exception {
        try (Served served = served("127.0.0.1"); SSLSocket open = connect(first.client(), served.port)) {
            assertThat(shown(first.client(), served.port)).isEqualTo(first.certificate().chain().get(0));
            served.renew(second.certificate());
            assertThat(shown(second.client(), served.port)).isEqualTo(second.certificate().chain().get(0));
            open.getOutputStream().write(("GET /api/v1/health HTTP/1.1\r\nHost: localhost:" + served.port + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(open.getInputStream().read()).as("the open one goes on").isEqualTo('H');
            assertThatThrownBy(() -> served.renew(new WebCertificate(first.certificate().key(), List.of())))
                    .isInstanceOf(WebNotStarted.class).hasMessageContaining("cannot be used");
            assertThat(shown(second.client(), served.port)).isEqualTo(second.certificate().chain().get(0));
        }
    }

    @Test
    void streamsAndChecksTheOrigin() throws Exception {
        try (Served served = served("127.0.0.1")) {
            HttpResponse<InputStream> stream = client(first.client()).send(
                    request(served, "localhost", "/api/v1/stream").build(), BodyHandlers.ofInputStream());
            assertThat(new Events(stream).next().name()).isEqualTo("hello");
            HttpResponse<String> signedIn = client(first.client()).send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + served.port + "/?token="
                            + served.access.browserToken())).build(), BodyHandlers.ofString());
            String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            List<Integer> codes = new ArrayList<>();
            for (String scheme : List.of("http", "https")) {
                codes.add(client(first.client()).send(HttpRequest.newBuilder(
                                        URI.create("https://localhost:" + served.port + "/api/v1/replacements/A1-1"))
                                .header("Cookie", cookie).header("Content-Type", "application/json")
                                .header("Origin", scheme + "://localhost:" + served.port)
                                .header(SessionCookie.TOKEN_HEADER,
                                        SessionCookie.token(cookie.substring(cookie.indexOf('=') + 1)))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"replaced\":\"block\"}")).build(),
                        BodyHandlers.ofString()).statusCode());
            }
            assertThat(codes.get(0)).as("a page that came by HTTP").isEqualTo(403);
            assertThat(codes.get(1)).as("the own page").isNotEqualTo(403);
        }
    }

    @Test
    void handshakesThatTrickleHoldUpNobodyAndAreClosed() throws Exception {
        limits.headMillis = 1_000;
        List<Socket> slow = new ArrayList<>();
        try (Served served = served("127.0.0.1")) {
            for (int i = 0; i < 24; i++) {
                Socket socket = served.socket();
                slow.add(socket);
                socket.getOutputStream().write(i % 3 == 0 ? new byte[0] : HEX.parseHex(i % 3 == 1 ? "16" : "1603010200"));
            }
            Socket quiet = connect(first.client(), served.port);
            slow.add(quiet);
            for (int i = 0; i < 3; i++) {
                assertThat(get(served, first.client(), "localhost").statusCode()).isEqualTo(200);
            }
            for (Socket socket : slow) {
                assertThat(ends(socket)).isTrue();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static boolean ends(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
