// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client meets that takes more than its share, or takes its time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {

    private static final int SLOW = 24;

    private final Limits limits = new Limits();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Served served() throws Exception {
        return new Served(new Room(1, 600), limits.limits());
    }

    private Socket open(Served served, String text) throws IOException {
        Socket socket = served.socket();
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Returns whether the server closed it, within the patience of the socket. */
    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String get(Served served, String more) {
        return "GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1:" + served.port + "\r\n" + more + "\r\n";
    }

    private static String post(Served served, String token) {
        return "POST /api/v1/replacements/A1-1 HTTP/1.1\r\nHost: 127.0.0.1:" + served.port + "\r\n" + token
                + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    }

    @Test
    void oneClientDoesNotTakeAllConnections() throws Exception {
        limits.loopback = Limits.share(4, 1_000, 1_000, 24);
        try (Served served = served()) {
            for (int i = 0; i < 4; i++) {
                Socket socket = open(served, get(served, ""));
                assertThat(socket.getInputStream().read()).as("answered").isEqualTo('H');
            }
            assertThat(isClosed(served.socket())).as("the fifth").isTrue();
            sockets.get(0).close();
            String answer = "";
            for (int i = 0; i < 1_000 && answer.isEmpty(); i++) { // the server sees the end a moment later
                try {
                    answer = served.raw(get(served, "Connection: close\r\n"));
                } catch (IOException reset) {
                    answer = "";
                }
            }
            assertThat(answer).as("in the place that became free").startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void newConnectionsHaveARateToo() throws Exception {
        limits.loopback = new WebLimits.Share(100, 1, 5, 1_000, 1_000, 24);
        try (Served served = served()) {
            int answered = 0;
            for (int i = 0; i < 20; i++) {
                try {
                    answered += served.raw(get(served, "Connection: close\r\n")).startsWith("HTTP/1.1 200") ? 1 : 0;
                } catch (IOException reset) {
                    // refused
                }
            }
            assertThat(answered).isBetween(5, 10);
        }
    }

    @Test
    void tooManyRequestsAreRefusedWithTheTimeToWait() throws Exception {
        limits.loopback = Limits.share(100, 1, 10, 24);
        try (Served served = served(); Socket socket = served.socket()) {
            socket.getOutputStream().write(get(served, "").repeat(15).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(get(served, "Connection: close\r\n").getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 200 ", -1).length - 1).isBetween(10, 13);
            assertThat(answers.split("HTTP/1.1 429 ", -1).length - 1).isBetween(3, 6);
            assertThat(answers).contains("Retry-After: 1\r\n", "application/problem+json", "at most 1 a second");
        }
    }

    @Test
    void aSessionHasItsShareWhereverItComesFrom() {
        Fairness.Sessions sessions = new Fairness.Sessions(WebLimits.NORMAL);
        List<String> headers = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            try {
                sessions.take("session", false, (name, value) -> headers.add(name + ": " + value));
            } catch (Refused e) {
                assertThat(e.status()).isEqualTo(429);
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 100);
        assertThat(headers).hasSize(refused).contains("Retry-After: 1");
        sessions.take("another", false, (name, value) -> headers.add(name));
        assertThat(headers).hasSize(refused);
    }

    @Test
    void bodiesThatTrickleHoldUpNobodyAndAreClosed() throws Exception {
        limits.threads = 8;
        limits.exchangeMillis = 1_500;
        try (Served served = served()) {
            limits.loopback = WebLimits.NORMAL.loopback();
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String token = i % 2 == 0 ? "" : "Authorization: Bearer " + served.access.bearerToken() + "\r\n";
                slow.add(open(served, post(served, token)));
            }
            long before = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                assertThat(served.get("/api/v1/health").statusCode()).isEqualTo(200);
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(1_000);
            for (Socket socket : slow) {
                assertThat(drippedUntilClosed(socket)).as("bytes taken").isLessThan(500);
            }
        }
    }

    /** Returns how many single bytes the connection took until it was closed. */
    private static int drippedUntilClosed(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        for (int dripped = 0; dripped < 1_000; dripped++) {
            if (isClosed(socket)) {
                return dripped;
            }
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException closed) {
                return dripped;
            }
        }
        return 1_000;
    }

    @Test
    void oneClientIsAnsweredOnlySoOftenAtATime() throws Exception {
        limits.loopback = Limits.share(100, 1_000, 1_000, 2);
        try (Served served = served()) {
            for (int i = 0; i < 6; i++) {
                open(served, post(served, "")).setSoTimeout(50);
            }
            Set<Socket> refused = new HashSet<>();
            while (refused.size() < 4) { // two are waited for, the others refused; the test's own time limit ends it
                sockets.stream().filter(socket -> !refused.contains(socket) && isAnswered(socket)).forEach(refused::add);
            }
            HttpResponse<String> more = served.get("/api/v1/health");
            assertThat(more.statusCode()).isEqualTo(429);
            assertThat(more.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Served.json(more).path("detail").asText()).contains("at most 2");
            for (Socket socket : sockets) {
                socket.close();
            }
            while (more.statusCode() == 429) {
                more = served.get("/api/v1/health");
            }
            assertThat(more.statusCode()).isEqualTo(200);
        }
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().read() == 'H';
        } catch (IOException nothingYet) {
            return false;
        }
    }

    @Test
    void headsThatTrickleFromManySocketsHoldUpNobodyAndAreClosed() throws Exception {
        limits.headMillis = 1_000;
        try (Served served = served()) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                slow.add(open(served, "GET /api/v1/health HTTP/1.1\r\nX-" + i + ": "));
            }
            long before = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThat(served.get("/api/v1/strings").statusCode()).isEqualTo(200);
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(900);
            for (Socket socket : slow) {
                assertThat(drippedUntilClosed(socket)).as("bytes taken").isLessThan(500);
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).as("not before their time")
                    .isGreaterThan(500);
        }
    }

    @Test
    void theOldestConnectionsWithoutARequestMakeRoom() throws Exception {
        limits.halfOpen = 3;
        try (Served served = served()) {
            for (int i = 0; i < 8; i++) {
                open(served, "");
            }
            int closed = 0;
            for (Socket socket : sockets) {
                socket.setSoTimeout(3_000 / (1 + closed));
                closed += isClosed(socket) ? 1 : 0;
            }
            assertThat(closed).isEqualTo(5);
            assertThat(served.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void manyThatComeAtOnceAreNotClosedBeforeTheirRequestsAreRead() throws Exception {
        limits.halfOpen = 3;
        limits.headMillis = 60_000;
        try (Served served = served()) {
            for (int i = 0; i < SLOW; i++) {
                open(served, "");
            }
            long looks = System.nanoTime() + 200_000_000L;
            while (System.nanoTime() < looks) {
                assertThat(served.get("/api/v1/health").statusCode()).isEqualTo(200);
            }
            for (Socket socket : sockets) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(("GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1:" + served.port
                        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).as("first byte of an answer").isEqualTo('H');
            }
        }
    }

    @Test
    void anAnswerThatNobodyReadsIsCutOff() throws Exception {
        limits.exchangeMillis = 500;
        try (Served served = served()) {
            Matcher script = Pattern.compile("src=\"(/ui/[^\"]+)\"").matcher(served.get("/").body());
            assertThat(script.find()).isTrue();
            int whole = served.get(script.group(1)).body().length();
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(2_048);
            socket.connect(new InetSocketAddress("127.0.0.1", served.port));
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(("GET " + script.group(1) + " HTTP/1.0\r\nHost: 127.0.0.1:" + served.port
                    + "\r\nAuthorization: Bearer " + served.access.bearerToken() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long until = System.nanoTime() + 1_500_000_000L;
            while (System.nanoTime() < until) {
                assertThat(served.get("/api/v1/health").statusCode()).isEqualTo(200);
            }
            assertThat(readable(socket.getInputStream())).as("of " + whole).isLessThan(whole);
        }
    }

    private static int readable(InputStream in) {
        int bytes = 0;
        try {
            while (in.read() >= 0) {
                bytes++;
            }
        } catch (IOException reset) {
            return bytes;
        }
        return bytes;
    }
}
