// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What strange, wrong and hostile requests meet. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DefenceTest {

    private Served served;

    @BeforeEach
    void start() throws Exception {
        served = new Served(new Room(1, 2));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String getWithHost(String host) throws IOException {
        return served.raw("GET /api/v1/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void answersOnlyToItsOwnNames() throws Exception {
        int port = served.port;
        for (String host : List.of("127.0.0.1:" + port, "localhost:" + port, "LOCALHOST:" + port, "[::1]:" + port)) {
            assertThat(getWithHost(host)).as(host).startsWith("HTTP/1.1 200 ");
        }
        for (String host : List.of(
                "evil.example", "evil.example:" + port, "127.0.0.1", "localhost", "127.0.0.1:1",
                "127.0.0.1.evil.example:" + port, "evil-127.0.0.1:" + port, "0.0.0.0:" + port)) {
            assertThat(getWithHost(host)).as(host)
                    .startsWith("HTTP/1.1 403 ")
                    .contains("\"status\":403", "answers only to the names 127.0.0.1")
                    .doesNotContain("\"good\"");
        }
        assertThat(served.raw("GET /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(served.raw("GET /api/v1/health HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void boundsPathAndHead() throws Exception {
        assertThat(served.get("/api/v1/strings?x=" + "y".repeat(4_000)).statusCode()).isEqualTo(400);
        assertThat(served.get("/api/v1/strings?x=" + "y".repeat(4_100)).statusCode()).isEqualTo(414);
        assertThat(served.raw("GET /" + "y".repeat(9_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ").contains("application/problem+json");
        assertThat(served.raw("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "y".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ").contains("application/problem+json");
    }

    @Test
    void tellsNothingAboutItselfAndForbidsEverythingToBrowsers() throws Exception {
        String garbage = served.raw("\u0016\u0003\u0001 no HTTP\r\n\r\n");
        String bad = served.raw("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        String unknown = served.raw("GET /x HTTP/1.1\r\nHost: 127.0.0.1:" + served.port + "\r\nAuthorization: Bearer "
                + served.access.bearerToken() + "\r\nConnection: close\r\n\r\n");
        assertThat(unknown).startsWith("HTTP/1.1 404 ");
        for (String answer : List.of(garbage, bad, unknown)) {
            assertThat(answer.toLowerCase(Locale.ROOT))
                    .contains("application/problem+json", "x-content-type-options: nosniff", "cache-control: no-store",
                            "referrer-policy: no-referrer", "x-frame-options: deny", "content-security-policy: ")
                    .doesNotContain("jetty", "javalin", "\nserver:", "exception", "\tat ");
        }
    }

    @Test
    void namesTheMethodsThatArePossible() {
        HttpResponse<String> response = served.send(served.authorized("/api/v1/replacements/A1-1"));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        HttpResponse<String> delete = served.send(served.authorized("/api/v1/strings/A1")
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.noBody()));
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(delete.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void answersNonsenseWithProblemsAndNeverWithAFault() {
        long seed = Long.getLong("seed", 4_711);
        Random random = new Random(seed);
        List<String> paths = List.of(
                "/", "/api/v1/site", "/api/v1/strings", "/api/v1/strings/A1", "/api/v1/strings/A1/image",
                "/api/v1/blocks/A1-1/history", "/api/v1/events", "/api/v1/health", "/api/v1/replacements");
        List<String> pieces = List.of(
                "from", "to", "points", "limit", "=", "=", "&", "&", "%", "%00", "%C3%A9", "%FF", "+", "-1", "0", "99",
                "9".repeat(30), "2026-11-22T14:03:27Z", "?", ";", "/", "..", "%2F", "%2e%2e", "'", "%22", "~", ":");
        for (int i = 0; i < 400; i++) {
            StringBuilder target = new StringBuilder(paths.get(random.nextInt(paths.size())));
            if (random.nextInt(4) > 0) {
                target.append('?');
            }
            for (int n = random.nextInt(8); n > 0; n--) {
                target.append(pieces.get(random.nextInt(pieces.size())));
            }
            String answer;
            try {
                answer = served.raw("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.port
                        + "\r\nAuthorization: Bearer " + served.access.bearerToken()
                        + "\r\nConnection: close\r\n\r\n");
            } catch (IOException e) {
                throw new AssertionError("seed " + seed + ": " + target, e);
            }
            assertThat(answer).as("seed %d: %s", seed, target).matches("(?s)HTTP/1.1 (200|303|40[0145]|414) .*");
            if (!answer.startsWith("HTTP/1.1 200") && !answer.startsWith("HTTP/1.1 303")) {
                assertThat(answer).as("seed %d: %s", seed, target).contains("application/problem+json");
            }
        }
    }

    @Test
    void closesAConnectionThatDripsItsRequest() throws Exception {
        WebLimits normal = WebLimits.NORMAL;
        WebLimits quick = new WebLimits(
                normal.threads(), normal.connections(), normal.streams(), normal.bodyBytes(), normal.uriBytes(),
                normal.headerBytes(), 300, normal.blockedMillis(), normal.heartbeatMillis(), 20,
                normal.sendBufferBytes(), 300, normal.halfOpen(), normal.others(),
                normal.loopback());
        try (Served hasty = new Served(new Room(1, 2), quick); Socket socket = hasty.socket()) {
            socket.setSoTimeout(20);
            socket.getOutputStream().write("GET /api/v1/health HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            int read = 0;
            int dripped = 0;
            while (read == 0) {
                try {
                    read = socket.getInputStream().read();
                } catch (SocketTimeoutException e) {
                    dripped++;
                    assertThat(dripped).as("drops taken").isLessThan(500);
                    read = drip(socket);
                } catch (SocketException e) {
                    read = -1;
                }
            }
            assertThat(read).as("closed without an answer").isEqualTo(-1);
            assertThat(dripped).as("not before its time").isGreaterThan(3);
        }
    }

    /** Returns -1 when the connection was closed since it was last read from. */
    private static int drip(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            return 0;
        } catch (SocketException closed) {
            return -1;
        }
    }
}
