// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClockServerTest {

    private static final long WALL = 1_700_000_000_000L;

    private final RoomClock clock = new RoomClock(WALL);
    private final List<Remote> remotes = new ArrayList<>();
    private ClockServer server;
    private Thread thread;

    @BeforeEach
    void start() throws IOException {
        clock.speed(Double.POSITIVE_INFINITY);
        server = new ClockServer(clock, 0);
        thread = new Thread(() -> {
            try {
                clock.run((from, to) -> { });
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        for (Remote remote : remotes) {
            remote.close();
        }
        server.close();
        clock.stop();
        thread.join();
    }

    private Remote remote() throws IOException {
        Remote remote = new Remote(server.port());
        remotes.add(remote);
        return remote;
    }

    @Test
    void tellsTheTimeAtOnceAndAfterEachWait() throws IOException {
        Remote remote = remote();
        assertThat(remote.line()).isEqualTo("now 0 " + WALL + " 1.000");
        thread.start();
        remote.say("idle 2000\n");
        assertThat(remote.line()).startsWith("now 2000 " + (WALL + 2000) + " ");
        clock.jumpWallClock(-1000);
        remote.say("idle 1500\n");
        assertThat(remote.line()).as("a wish in the past").startsWith("now 2000 " + (WALL + 1000) + " ");
    }

    @Test
    void sendsAwayWhoeverTalksOtherwise() throws IOException {
        for (String garbage : List.of("hello\n", "idle soon\n", "idle 99999999999999999999\n", "idle \n", "\n",
                "x".repeat(100_000))) {
            Remote remote = remote();
            assertThat(remote.line()).startsWith("now ");
            remote.say(garbage);
            assertThat(remote.line()).as("after " + garbage.substring(0, Math.min(30, garbage.length()))).isNull();
        }
        Remote good = remote();
        assertThat(good.line()).startsWith("now 0 ");
        thread.start();
        good.say("idle 1000\n");
        assertThat(good.line()).as("nobody who was sent away holds time").startsWith("now 1000 ");
    }

    @Test
    void sendsTheNinthServerAwayAndTakesItWhenOneHasLeft() throws IOException {
        for (int i = 0; i < 8; i++) {
            assertThat(remote().line()).startsWith("now ");
        }
        assertThat(remote().line()).isNull();
        remotes.get(3).close();
        String line = null;
        while (line == null) {
            line = remote().line();
        }
        assertThat(line).startsWith("now ");
    }

    @Test
    void goesOnWhenAServerIsGone() throws IOException {
        Remote stays = remote();
        Remote goes = remote();
        assertThat(stays.line()).startsWith("now ");
        assertThat(goes.line()).startsWith("now ");
        thread.start();
        stays.say("idle 4000\n");
        goes.close();
        assertThat(stays.line()).startsWith("now 4000 ");
    }

    @Test
    void tellsNothingMoreWhenTheRoomHasStopped() throws IOException {
        Remote remote = remote();
        assertThat(remote.line()).startsWith("now ");
        remote.say("idle 4000\n");
        clock.stop();
        String last = remote.line();
        if (last != null) {
            remote.say("idle 4000\n");
            last = remote.line();
        }
        assertThat(last).isNull();
    }

    @Test
    void closesItsPortAndItsConnections() throws IOException {
        Remote remote = remote();
        assertThat(remote.line()).startsWith("now ");
        int port = server.port();
        server.close();
        assertThat(remote.line()).isNull();
        try (ClockServer again = new ClockServer(clock, port)) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    private static final class Remote implements Closeable {

        private final Socket socket;
        private final BufferedReader in;

        private Remote(int port) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        private void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** Returns the next line, or null when the other side has gone. */
        private String line() throws IOException {
            try {
                return in.readLine();
            } catch (SocketException reset) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
