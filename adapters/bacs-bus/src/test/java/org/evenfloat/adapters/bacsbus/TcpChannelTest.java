// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.contracts.Rosters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts what the process has open")
@Timeout(30)
final class TcpChannelTest {

    private ServerSocket server;
    private TcpChannel channel;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        channel = channelTo(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        server.close();
    }

    private static TcpChannel channelTo(int port) {
        return new TcpChannel("L1", new LineSettings.Tcp("127.0.0.1", port));
    }

    private static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void carriesBytesBothWays() throws Exception {
        channel.open();
        try (Socket peer = server.accept()) {
            channel.write(new byte[] {1, 2, 3, 4}, 3);
            assertThat(peer.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            peer.getOutputStream().write(42);
            byte[] target = new byte[8];
            assertThat(channel.read(target, in(10_000))).isEqualTo(1);
            assertThat(target[0]).isEqualTo((byte) 42);
        }
    }

    @Test
    void noticesThatThePeerWentAway() throws Exception {
        channel.open();
        server.accept().close();
        assertThatThrownBy(() -> channel.read(new byte[8], in(10_000)))
                .isInstanceOf(IOException.class).hasMessage("the device server closed the connection");
    }

    @Test
    void saysWhyItCannotConnect() throws Exception {
        server.close();
        assertThatThrownBy(() -> channel.open()).isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void closingEndsAReadOfAnotherThread() throws Exception {
        channel.open();
        CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> {
            try {
                return channel.read(new byte[8], in(20_000));
            } catch (IOException e) {
                return -1;
            }
        });
        channel.close();
        assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    @Test
    void cannotBeOpenedOnceClosed() {
        channel.close();
        assertThatThrownBy(() -> channel.open()).isInstanceOf(IOException.class).hasMessage("closed");
    }

    @Test
    void aPeerThatTakesNoBytesCannotHoldTheLine() throws Exception {
        channel.open();
        byte[] frame = new byte[200];
        assertThatThrownBy(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                channel.write(frame, frame.length);
            }
        }).isInstanceOf(IOException.class).hasMessage("the device server takes no bytes");
    }

    @Test
    void leavesNoThreadAndNoDescriptorBehind() throws Exception {
        int dead;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = gone.getLocalPort();
        }
        exercise(20, dead);
        long descriptors = Leaks.descriptors();
        exercise(1_000, dead);
        Leaks.awaitNoReaderThreads();
        assertThat(Leaks.descriptors()).isLessThanOrEqualTo(descriptors + 5);
    }

    private void exercise(int times, int deadPort) throws IOException {
        for (int i = 0; i < times; i++) {
            TcpChannel refused = channelTo(deadPort);
            assertThatThrownBy(refused::open).isInstanceOf(IOException.class);
            refused.close();
            TcpChannel dropped = channelTo(server.getLocalPort());
            dropped.open();
            server.accept().close();
            assertThatThrownBy(() -> dropped.read(new byte[1], in(10_000))).isInstanceOf(IOException.class);
            dropped.close();
        }
    }

    @Test
    void closingTheBusEndsACallUnderWay() throws Exception {
        LineSettings settings = new LineSettings(
                "L1", new LineSettings.Tcp("127.0.0.1", server.getLocalPort()), 9_600, 120, 20_000);
        try (ModuleBus bus = ModuleBuses.open(settings, Rosters.modules(1))) {
            CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> {
                try {
                    return bus.blink(1, 1);
                } catch (LineFailure e) {
                    throw new IllegalStateException(e.getMessage());
                }
            });
            try (Socket peer = server.accept()) {
                assertThat(peer.getInputStream().readNBytes(8)).hasSize(8);
                bus.close();
                assertThatThrownBy(() -> asking.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class).hasMessageContaining("Line L1: closed");
            }
        }
    }
}
