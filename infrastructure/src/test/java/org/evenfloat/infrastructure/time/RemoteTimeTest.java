// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RemoteTimeTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket room;

    @BeforeEach
    void open() throws IOException {
        room = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    /** Answers the connection and then each line heard with the next of these; closes after the last. */
    private RemoteTime connect(String... answers) throws IOException {
        Thread thread = new Thread(() -> serve(answers));
        thread.setDaemon(true);
        thread.start();
        return new RemoteTime("127.0.0.1", room.getLocalPort());
    }

    private void serve(String... answers) {
        try (Socket socket = room.accept();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String answer : answers) {
                socket.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                heard.add(line);
            }
        } catch (IOException closedByTheTest) {
            heard.add("closed");
        }
    }

    @Test
    void followsTheRoomsTime() throws Exception {
        try (RemoteTime time = connect("now 1000 1800000001000 60.5", "now 2500 1800000002500 61")) {
            assertThat(time.monotonicMillis()).isEqualTo(1_000);
            assertThat(time.wallMillis()).isEqualTo(1_800_000_001_000L);
            assertThat(time.speed()).isEqualTo(60.5);
            assertThat(time.idleUntil(3_000)).isEqualTo(2_500);
            assertThat(time.wallMillis()).isEqualTo(1_800_000_002_500L);
            assertThat(heard).containsExactly("idle 3000");
            assertThat(time.idleUntil(4_000)).as("the room is gone").isEqualTo(Long.MIN_VALUE);
        }
    }

    @Test
    void saysThatItIsGoneWhenTheRoomTalksNonsense() throws Exception {
        try (RemoteTime time = connect("now 1000 1800000001000 60", "later 1 2 3", "now 1 2 3")) {
            assertThat(time.idleUntil(3_000)).isEqualTo(Long.MIN_VALUE);
            assertThat(time.monotonicMillis()).isEqualTo(1_000);
        }
    }

    @Test
    void refusesWhatIsNoRoom() {
        String where = "simulated-clock: no simulated room answers at 127.0.0.1:" + room.getLocalPort();
        assertThatThrownBy(() -> connect("SSH-2.0-OpenSSH_9.6")).isInstanceOf(IOException.class)
                .hasMessageStartingWith(where).hasMessageContaining("not a simulated room: SSH-2.0-OpenSSH_9.6");
        assertThatThrownBy(() -> connect("now x 2 3")).hasMessageContaining("not a simulated room: now x 2 3");
        assertThatThrownBy(this::connect).hasMessageContaining("the room has closed the connection");
    }

    @Test
    void refusesWhoeverKeepsSilent() {
        assertThatThrownBy(() -> new RemoteTime("127.0.0.1", room.getLocalPort()))
                .isInstanceOf(IOException.class).hasMessageContaining("no simulated room answers at 127.0.0.1:");
    }

    @Test
    void saysWhereItLookedWhenNobodyListens() throws IOException {
        int port = room.getLocalPort();
        room.close();
        assertThatThrownBy(() -> new RemoteTime("127.0.0.1", port))
                .hasMessageStartingWith("simulated-clock: no simulated room answers at 127.0.0.1:" + port)
                .hasMessageContaining("./evenfloat simulate");
    }
}
