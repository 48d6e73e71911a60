// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that opens a stream and does not read it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowClientTest {

    /** With HTTP/1.0 the body has no chunks, so that it can be read as it is. */
    static Socket silent(Served served, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress("127.0.0.1", served.port));
        socket.setSoTimeout((int) Served.PATIENCE.toMillis());
        socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1:" + served.port
                + "\r\nAuthorization: Bearer " + served.access.bearerToken() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    static void skipHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    @Test
    void skipsWhatItMissedAndHoldsUpNobody() throws Exception {
        Room room = new Room(1, 600);
        room.measure("A1", 10_000);
        int sweeps = 150;
        try (Served served = new Served(room);
                Socket slow = silent(served, "/api/v1/stream");
                Events quick = served.stream()) {
            quick.image(10_000);
            for (int i = 1; i <= sweeps; i++) {
                room.sweep("A1", 10_000 + i);
                assertThat(quick.next("image").firstMillivolts()).isEqualTo(10_000 + i);
            }
            skipHead(slow.getInputStream());
            Events late = new Events(slow.getInputStream());
            List<Integer> seen = new ArrayList<>();
            int last = 0;
            while (last < 10_000 + sweeps) {
                last = late.next("image").firstMillivolts();
                seen.add(last);
            }
            assertThat(seen).isSorted().doesNotHaveDuplicates();
            assertThat(seen.size()).as("images queued for the slow client: %s", seen).isLessThan(sweeps / 3);
            room.sweep("A1", 12_000);
            assertThat(late.next("image").firstMillivolts()).as("goes on").isEqualTo(12_000);
        }
    }

    @Test
    void losesItsPlaceWhenItTakesNothingForLong() throws Exception {
        Room room = new Room(1, 600);
        try (Served served = new Served(room, StreamTest.limits(2, 100, 20));
                Socket slow = silent(served, "/api/v1/stream");
                Events quick = served.stream()) {
            int millivolts = 10_000;
            HttpResponse<InputStream> other = open(served);
            int refused = 0;
            while (other.statusCode() == 503) {
                refused++;
                other.body().close();
                room.sweep("A1", ++millivolts);
                quick.image(millivolts);
                other = open(served);
            }
            assertThat(refused).as("refused while the slow client had its place").isPositive();
            assertThat(new Events(other).next().name()).isEqualTo("hello");
            assertThat(slow.isConnected()).isTrue();
        }
    }

    private static HttpResponse<InputStream> open(Served served) {
        return served.send(served.authorized("/api/v1/stream"), BodyHandlers.ofInputStream());
    }

    @Test
    void doesNotHoldUpTheEndOfTheServer() throws Exception {
        Room room = new Room(1, 600);
        Served served = new Served(room);
        try (Socket slow = silent(served, "/api/v1/stream"); Events quick = served.stream()) {
            for (int i = 1; i <= 40; i++) {
                room.sweep("A1", 10_000 + i);
                quick.image(10_000 + i);
            }
            long before = System.nanoTime();
            served.close();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThan(10);
            assertThat(slow.isConnected()).isTrue();
        }
    }
}
