// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A thousand idle clients, a hundred busy ones, some that never finish, and garbage on every port disturb no sweep. */
@Isolated("measures time")
@Timeout(300)
class BusyClientsTest {

    private static final int IDLE = 1_000;
    private static final int BUSY = 100;
    private static final int UNFINISHED = 50;
    /** Each busy client asks about ten times a second, as a hasty SCADA does. */
    private static final int PAUSE_MILLIS = 100;
    private static final int SWEEPS = 8;
    private static final long PERIOD_MILLIS = 2_000;
    private static final byte[] REQUEST = {0, 1, 0, 0, 0, 6, 1, 3, 0x27, 0x10, 0, 96};
    private static final int ANSWER_BYTES = 9 + 2 * 96;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong garbage = new AtomicLong();

    @Test
    void sweepsGoOnInTime(@TempDir Path folder) throws Exception {
        try (SnmpRoom room = new SnmpRoom(folder)) {
            room.serve("");
            room.awaitValues();
            List<Thread> threads = new ArrayList<>();
            try {
                for (int i = 0; i < IDLE; i++) {
                    open.add(connection(room.modbusPort()));
                }
                for (int i = 0; i < BUSY; i++) {
                    threads.add(thread(new Busy(connection(room.modbusPort()))));
                }
                for (int i = 0; i < UNFINISHED; i++) {
                    threads.add(thread(() -> unfinished(room.modbusPort())));
                }
                threads.add(thread(() -> modbusGarbage(room.modbusPort())));
                threads.add(thread(() -> snmpGarbage(room.snmpPort())));
                Awaitility.await("all busy clients are answered").atMost(Duration.ofSeconds(20))
                        .until(() -> answers.get() > 2 * BUSY && garbage.get() > 100);
                inTime(room);
                assertThat(room.v2c().one("1.3.6.1.2.1.33.5.1.3.0")).as("SNMP still answers").isEqualTo("18");
                assertThat(Mbpoll.tcp(room.modbusPort()).registers(1004, 1)).as("MODBUS still answers")
                        .containsEntry(1004, 18);
            } finally {
                over.set(true);
                for (AutoCloseable each : open) {
                    each.close();
                }
                for (Thread each : threads) {
                    each.join();
                }
            }
        }
    }

    /** Counts sweeps and answers over some periods: as many sweeps as there should be, each as short as ever, none lost. */
    private void inTime(SnmpRoom room) throws Exception {
        JsonNode before = line(room);
        long answersBefore = answers.get();
        long beganNanos = System.nanoTime();
        JsonNode after = room.api().await("health",
                health -> health.path("lines").path(0).path("sweeps").asLong() >= before.path("sweeps").asLong() + SWEEPS,
                (int) (3 * SWEEPS * PERIOD_MILLIS / 1_000)).path("lines").path(0);
        long tookMillis = Duration.ofNanos(System.nanoTime() - beganNanos).toMillis();
        long answered = answers.get() - answersBefore;
        System.out.printf("%d sweeps in %d ms, the last one took %d ms, beside %d answers to busy ones of %d clients%n",
                SWEEPS, tookMillis, after.path("sweepMillis").asLong(), answered, IDLE + BUSY + UNFINISHED);
        assertThat(tookMillis).as("ms for %s sweeps of %s ms", SWEEPS, PERIOD_MILLIS)
                .isBetween((SWEEPS - 1) * PERIOD_MILLIS - 500, (SWEEPS + 1) * PERIOD_MILLIS + 500);
        assertThat(after.path("sweepMillis").asLong()).as("ms for one sweep").isLessThan(PERIOD_MILLIS / 2);
        assertThat(after.path("missing").asInt()).as("modules without an answer").isZero();
        assertThat(answered).as("answers meanwhile").isGreaterThan(10L * BUSY);
    }

    private static JsonNode line(SnmpRoom room) throws Exception {
        return room.api().get("health").path("lines").path(0);
    }

    private static Socket connection(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Asks, takes the answer, waits a little. */
    private final class Busy implements Runnable {

        private final Socket socket;

        Busy(Socket socket) {
            this.socket = socket;
            open.add(socket);
        }

        @Override
        public void run() {
            try {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] answer = new byte[ANSWER_BYTES];
                while (!over.get()) {
                    socket.getOutputStream().write(REQUEST);
                    in.readFully(answer);
                    answers.incrementAndGet();
                    pause();
                }
            } catch (IOException ended) {
                // that is how it ends
            }
        }
    }

    private void pause() {
        try {
            synchronized (over) {
                over.wait(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends requests byte by byte, so slowly that the server ends the connection; then begins anew. */
    private void unfinished(int port) {
        while (!over.get()) {
            try (Socket socket = connection(port)) {
                for (int i = 0; !over.get(); i++) {
                    socket.getOutputStream().write(REQUEST[i % (REQUEST.length - 1)]);
                    for (int wait = 0; wait < 15 && !over.get(); wait++) {
                        pause();
                    }
                }
            } catch (IOException ended) {
                // that is how it ends
            }
        }
    }

    private void modbusGarbage(int port) {
        Random random = new Random(seed());
        while (!over.get()) {
            try (Socket socket = connection(port)) {
                OutputStream out = socket.getOutputStream();
                out.write(bytes(random));
                garbage.incrementAndGet();
            } catch (IOException closed) {
                // the server may close it before all is sent
            }
            pause();
        }
    }

    private void snmpGarbage(int port) {
        Random random = new Random(seed());
        try (DatagramSocket socket = new DatagramSocket()) {
            while (!over.get()) {
                for (int i = 0; i < 50; i++) {
                    byte[] bytes = bytes(random);
                    bytes[0] = 0x30; // so that it looks like a message
                    socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
                    garbage.incrementAndGet();
                }
                pause();
            }
        } catch (IOException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static long seed() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("-Dseed=" + seed);
        return seed;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }
}
