// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads and bodies that are too large, contradict themselves, or are no HTTP. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MalformedTest {

    private static final String POST = "POST /api/v1/replacements/A1-1 HTTP/1.1\r\n";

    private Room room;
    private Served served;

    @BeforeEach
    void start() throws Exception {
        room = new Room(1, 2);
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String ask(String line, String headers, String body) throws IOException {
        return served.raw(line + "Host: 127.0.0.1:" + served.port + "\r\nAuthorization: Bearer "
                + served.access.bearerToken() + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + headers + "\r\n" + body);
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedHoweverTheyCome() throws Exception {
        String large = "{\"replaced\": \"" + "x".repeat(70_000) + "\"}";
        assertThat(ask(POST, "Content-Length: " + large.length() + "\r\n", large)).startsWith("HTTP/1.1 413 ");
        assertThat(ask(POST, "Content-Length: " + large.length() + "\r\n", large)).contains("larger than 65536 bytes");
        assertThat(ask(POST, "Transfer-Encoding: chunked\r\n",
                Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(room.answers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 1\r\nContent-Length: 2\r\n", "Content-Length: -1\r\n", "Content-Length: 1x\r\n",
        "Content-Length: 99999999999999999999\r\n", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip\r\n", "Transfer-Encoding: chunked, gzip\r\n", "Host: evil.example\r\n", "Bad Header: x\r\n",
        "X\u0000: y\r\n", "X: a\u0000b\r\n", ": no name\r\n", "X: y\r\n folded: z\r\n"
    })
    void headsThatContradictThemselvesAreNotRead(String header) throws Exception {
        String answer = ask(POST, header, "{}");
        assertThat(answer).as(header).matches("(?s)HTTP/1.1 (400|411|501) .*").contains("application/problem+json");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer: nothing was smuggled").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx\r\n0\r\n\r\n",
        "ffffffffffffffff\r\n{}\r\n0\r\n\r\n"})
    void chunksThatAreNoneAreRefused(String body) throws Exception {
        assertThat(ask(POST, "Transfer-Encoding: chunked\r\n", body)).as(body).startsWith("HTTP/1.1 400 ");
        assertThat(room.answers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET http://evil.example/api/v1/health HTTP/1.1\r\n", "GET //evil.example/api/v1/health HTTP/1.1\r\n",
        "GET /api/v1/../../etc/passwd HTTP/1.1\r\n", "GET /ui/..%2f..%2fetc/passwd HTTP/1.1\r\n",
        "GET /ui/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n", "GET /ui/..;/..;/etc/passwd HTTP/1.1\r\n",
        "GET /ui/\\..\\etc\\passwd HTTP/1.1\r\n", "TRACE / HTTP/1.1\r\n",
        "OPTIONS * HTTP/1.1\r\n", "PRI * HTTP/2.0\r\n", "GET / HTTP/3.0\r\n", "GET /api/v1/health\r\n", "get / http/1.1\r\n"
    })
    void targetsAndMethodsThatAreNotOursLeadNowhere(String line) throws Exception {
        String answer = ask(line, "", "");
        assertThat(answer).as(line).matches("(?s)(HTTP/1.1 (4..|505) .*)?")
                .doesNotContain("root:", "\tat ");
    }

    @Test
    void isNoProxy() throws Exception {
        try (Socket socket = served.socket()) {
            socket.getOutputStream().write(("CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:" + served.port
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes(11);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 40");
        }
    }

    @Test
    void whatForwardersSayIsNotBelieved() throws Exception {
        String forged = "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n"
                + "Forwarded: for=127.0.0.1;host=evil.example;proto=https\r\n";
        String answer = ask("GET /api/v1/health HTTP/1.1\r\n", forged, "");
        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("evil.example", "Strict-Transport");
        assertThat(served.raw("GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: 127.0.0.1:"
                + served.port + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void manyHeadersAreTooMany() throws Exception {
        assertThat(ask("GET /api/v1/health HTTP/1.1\r\n", "X: y\r\n".repeat(2_000), "")).startsWith("HTTP/1.1 431 ");
    }
}
