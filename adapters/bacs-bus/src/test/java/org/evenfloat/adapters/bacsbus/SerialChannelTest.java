// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.transport.PtyWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts what the process has open")
@Timeout(30)
@EnabledOnOs(OS.LINUX)
final class SerialChannelTest {

    @TempDir
    Path folder;

    private final WireLine line = new WireLine(WirePace.at(115_200), () -> System.nanoTime() / 1_000_000);

    private static SerialChannel channelTo(String path) {
        return new SerialChannel("L1", new LineSettings.Serial(path), 115_200);
    }

    private static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void saysThatThereIsNoSuchDevice() {
        LineSettings settings = new LineSettings(
                "L1", new LineSettings.Serial(folder.resolve("ttyNone").toString()), 115_200, 120, 5);
        try (ModuleBus bus = ModuleBuses.open(settings, Rosters.modules(1))) {
            assertThatThrownBy(() -> bus.echo(1)).isInstanceOf(LineFailure.class)
                    .hasMessage("Line L1: " + folder.resolve("ttyNone") + " cannot be opened (no such device) - "
                            + "check the cable, the rights and the port's name in the site file; next try in 0.25 s");
        }
    }

    @Test
    void closingEndsAReadOfAnotherThread() throws Exception {
        try (PtyWire wire = new PtyWire(line); SerialChannel channel = channelTo(wire.path())) {
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
    }

    @Test
    void noticesThatThePortIsGone() throws Exception {
        PtyWire wire = new PtyWire(line);
        try (SerialChannel channel = channelTo(wire.path())) {
            channel.open();
            wire.close();
            assertThatThrownBy(() -> channel.read(new byte[8], in(10_000)))
                    .isInstanceOf(IOException.class).hasMessage("the port is gone");
        }
    }

    @Test
    void canBeOpenedAgainAtOnceAndLeavesNothingBehind() throws Exception {
        try (PtyWire wire = new PtyWire(line)) {
            openAndClose(wire.path());
            long descriptors = Leaks.descriptors();
            for (int i = 0; i < 10; i++) {
                openAndClose(wire.path());
            }
            for (int i = 0; i < 2_000; i++) {
                SerialChannel none = channelTo(folder.resolve("ttyNone").toString());
                assertThatThrownBy(none::open).isInstanceOf(IOException.class).hasMessage("no such device");
                none.close();
            }
            Leaks.awaitNoReaderThreads();
            assertThat(Leaks.descriptors()).isLessThanOrEqualTo(descriptors + 5);
        }
    }

    private static void openAndClose(String path) throws IOException {
        try (SerialChannel channel = channelTo(path)) {
            channel.open();
            channel.write(new byte[] {1, 2, 3}, 3);
        }
    }
}
