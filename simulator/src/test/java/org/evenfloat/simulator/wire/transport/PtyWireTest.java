// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenfloat.simulator.wire.TestMaster;
import org.evenfloat.simulator.wire.TestRoom;
import org.evenfloat.simulator.wire.WireType;
import org.evenfloat.simulator.wire.fault.UnpluggedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PtyWireTest {

    private static final byte[] READ = TestMaster.frame(WireType.READ, 1).toBytes();

    private final TestRoom room = TestRoom.unpaced(1);

    @TempDir
    Path folder;

    @Test
    void answersAfterEveryReopening() throws IOException {
        try (PtyWire wire = new PtyWire(room.line)) {
            for (int turn = 0; turn < 20; turn++) {
                ask(wire.path());
            }
        }
    }

    @Test
    void letsEveryByteThroughAsItIs() throws IOException {
        try (PtyWire wire = new PtyWire(room.line); RawMaster master = RawMaster.terminal(wire.path())) {
            for (int from = 0; from < 256; from += 64) {
                int[] values = IntStream.range(from, from + 64).toArray();
                byte[] echo = TestMaster.frame(WireType.ECHO, 1, values).toBytes();
                master.send(echo);
                assertThat(master.await(echo.length).frames()).extracting(Object::toString)
                        .containsExactly(TestMaster.frame(WireType.ECHOED, 1, values).toString());
            }
        }
    }

    @Test
    void keepsALinkWithAStableName() throws IOException {
        Path link = folder.resolve("line-1");
        Files.createSymbolicLink(link, Path.of("/dev/pts/gone"));
        UnpluggedLine plug = new UnpluggedLine(UnpluggedLine.Side.MASTER);
        room.line.add(plug);
        try (PtyWire wire = new PtyWire(room.line, link)) {
            assertThat(wire.path()).startsWith("/dev/pts/");
            assertThat(Files.readSymbolicLink(link)).hasToString(wire.path());
            try (RawMaster master = RawMaster.terminal(link.toString())) {
                plug.unplug();
                assertThat(master.seesEnd()).isTrue();
            }
            assertThat(plug.happened()).isEqualTo(1);
            until(() -> !Files.isSymbolicLink(link));
            plug.replug();
            until(() -> Files.isSymbolicLink(link));
            ask(link.toString());
        }
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void leavesAFileThatIsNoLinkAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> new PtyWire(room.line, file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void leavesNoDescriptorAndNoThreadBehind() throws IOException {
        long before = terminals();
        String path = "";
        for (int turn = 0; turn < 5; turn++) {
            try (PtyWire wire = new PtyWire(room.line)) {
                path = wire.path();
                ask(path);
                assertThat(terminals()).isEqualTo(before + 2);
            }
        }
        assertThat(terminals()).isEqualTo(before);
        assertThat(Path.of(path)).doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .doesNotContain("wire-" + path.substring("/dev/".length()));
    }

    private static void ask(String path) throws IOException {
        try (RawMaster master = RawMaster.terminal(path)) {
            master.send(READ);
            assertThat(master.await(12).frames()).hasSize(1);
        }
    }

    private static long terminals() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(PtyWireTest::isTerminal).count();
        }
    }

    private static boolean isTerminal(Path file) {
        try {
            String target = Files.readSymbolicLink(file).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/ptmx");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static void until(BooleanSupplier reached) {
        long until = System.nanoTime() + RawMaster.DEADLINE_MILLIS * 1_000_000;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
