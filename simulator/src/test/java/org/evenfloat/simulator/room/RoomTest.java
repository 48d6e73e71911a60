// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class RoomTest {

    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final long HOUR = 3_600_000;

    private static Scenario scenario(long seed, int lines) {
        List<RoomString> strings = Stream.iterate(1, i -> i + 1).limit(lines)
                .map(i -> new RoomString("A" + i, "L" + i, 12, "C20", 6, 40, Condition.AGED, 0.8, 0, 0, true))
                .toList();
        return new Scenario("test", "", seed, 10_000, 25, 1.5, strings,
                List.of(new Phase("float", HOUR, 1_000, Supply.FLOAT, 0)), List.of());
    }

    private static Room room(Scenario scenario, boolean terminals) throws IOException {
        return new Room(scenario, new Room.Setup(terminals, 0, true, Double.POSITIVE_INFINITY, 0));
    }

    /** Returns a hash of all that the devices of a room said in an hour in which some of them had a duty. */
    private static long trace(long seed) throws Exception {
        long hash = 17;
        try (Room room = room(scenario(seed, 1), false);
                RoomClock.Participant server = room.clock().join();
                RawLine line = RawLine.to(room.ends().get("L1"))) {
            room.start();
            for (long now = 0; now < HOUR;) {
                hash = 31 * hash + line.sweep(12, (int) (now / 10_000 % 16));
                line.duty(13_620, (int) (now / 10_000 % 100) * 100, 12);
                long until = now + 10_000;
                while (now < until) {
                    now = server.idleUntil(until);
                }
            }
            hash = 31 * hash + Math.round(1e6 * room.largestDeviationMillivolts("A1"));
            assertThat(room.takePeakMillivolts("A1")).isPositive();
            assertThat(room.isOver()).isTrue();
        }
        return hash;
    }

    @Test
    void theSameSeedGivesTheSameReadingsAndAnotherOneOthers() throws Exception {
        long first = trace(SEED);
        assertThat(trace(SEED)).as("seed " + SEED).isEqualTo(first);
        assertThat(trace(SEED + 1)).isNotEqualTo(first);
    }

    @Test
    void aTrippedBreakerDisconnectsItsStringAlone() throws Exception {
        List<RoomString> strings = Stream.of("A1", "A2")
                .map(id -> new RoomString(id, "L1", 4, "C20", 6, 40, Condition.DEFICIT, 0, 1, 1, true)).toList();
        Scenario scenario = new Scenario("test", "", SEED, 10_000, 25, 0, strings,
                List.of(new Phase("boost", HOUR, 1_000, Supply.BOOST, 0)), List.of(), new Switchgear(
                        List.of(new Switchgear.Module("AUX1", "L1")),
                        List.of(new Switchgear.Breaker("Q1", List.of("A1"), new RelayPoint("AUX1", 1), Optional.empty(),
                                Optional.of(new InputPoint("AUX1", 1)), false)),
                        Optional.empty(), Optional.empty()));
        try (Room room = room(scenario, false);
                RoomClock.Participant server = room.clock().join();
                RawLine line = RawLine.to(room.ends().get("L1"))) {
            room.start();
            long now = server.idleUntil(60_000);
            assertThat(amps(line, 60_001)).isNotZero();
            assertThat(line.ask(WireType.INPUT_READ, 62_001).u8At(0)).as("closed").isEqualTo(1);
            WireFrame tripped = line.ask(WireType.RELAY_SET, 62_001, 1, 2, 500 >> 8, 500 & 0xFF, 1);
            assertThat(tripped.u8At(0)).isEqualTo(1);
            while (now < 180_000) {
                now = server.idleUntil(180_000);
            }
            assertThat(room.isDisconnected("A1")).isTrue();
            assertThat(room.isEnergised(new RelayPoint("AUX1", 1))).as("the pulse is over").isFalse();
            assertThat(amps(line, 60_001)).isZero();
            assertThat(amps(line, 60_002)).as("the other string is charged on").isNotZero();
            assertThat(line.ask(WireType.INPUT_READ, 62_001).u8At(0)).as("open").isZero();
        }
    }

    private static int amps(RawLine line, int sensor) throws IOException {
        line.send(WireType.SAMPLE, 0, 1);
        return (int) line.ask(WireType.READ, sensor).u32At(0);
    }

    @Test
    void timeStandsUntilItIsStarted() throws Exception {
        try (Room room = room(scenario(SEED, 1), false); RawLine line = RawLine.to(room.ends().get("L1"))) {
            assertThat(line.ask(WireType.READ, 1).type()).isEqualTo(WireType.MEASURED_BLOCK);
            assertThat(room.clock().monotonicMillis()).isZero();
            assertThat(room.takePeakMillivolts("A1")).isZero();
            assertThat(room.phase()).isEqualTo("float");
        }
    }

    @Test
    void everyDeviceAnswersOnItsOwnLine() throws Exception {
        try (Room room = room(scenario(SEED, 3), false)) {
            assertThat(room.ends().keySet()).containsExactly("L1", "L2", "L3");
            assertThat(room.strings()).containsExactly("A1", "A2", "A3");
            Set<Long> serials = new TreeSet<>();
            for (String end : room.ends().values()) {
                try (RawLine line = RawLine.to(end)) {
                    for (int address = 1; address <= 12; address++) {
                        serials.add(line.ask(WireType.IDENTIFY, address).u32At(0));
                    }
                    serials.add(line.ask(WireType.IDENTIFY, 60_001).u32At(0));
                    serials.add(line.ask(WireType.IDENTIFY, 61_000).u32At(0));
                    WireFrame air = line.ask(WireType.READ, 61_000);
                    assertThat(air.type()).isEqualTo(WireType.MEASURED_TEMPERATURE);
                }
            }
            assertThat(serials).hasSize(3 * 14);
        }
    }

    @Test
    void leavesNoThreadAndNoPortBehind() throws Exception {
        Set<Thread> before = threads();
        for (int turn = 0; turn < 5; turn++) {
            String end;
            try (Room room = room(scenario(SEED, 2), false); RawLine line = RawLine.to(room.ends().get("L2"))) {
                room.start();
                end = room.ends().get("L2");
                assertThat(line.ask(WireType.READ, 1).address()).isEqualTo(1);
            }
            int port = Integer.parseInt(end.substring(end.indexOf(':') + 1));
            assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(IOException.class);
        }
        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoDescriptorBehindOnTerminals() throws Exception {
        Set<Thread> before = threads();
        use(2);
        long descriptors = descriptors();
        int turns = 8;
        for (int turn = 0; turn < turns; turn++) {
            use(2);
        }
        // the Java machine may open a file of its own meanwhile, but not one a turn
        assertThat(descriptors()).isLessThan(descriptors + turns);
        assertThat(threads()).isSubsetOf(before);
    }

    private static void use(int lines) throws Exception {
        String path;
        try (Room room = room(scenario(SEED, lines), true)) {
            room.start();
            path = room.ends().get("L" + lines);
            try (RawLine line = RawLine.to(path)) {
                assertThat(line.ask(WireType.READ, 12).address()).isEqualTo(12);
            }
        }
        assertThat(Path.of(path)).doesNotExist();
    }

    @Test
    void aPortInUseLeavesNothingOpen() throws Exception {
        Set<Thread> before = threads();
        try (Room first = room(scenario(SEED, 1), false)) {
            String end = first.ends().get("L1");
            int taken = Integer.parseInt(end.substring(end.indexOf(':') + 1));
            assertThatThrownBy(() -> new Room(scenario(SEED, 2), new Room.Setup(false, taken - 1, true, 0, 0)).close())
                    .isInstanceOf(IOException.class);
            assertThat(threads().stream().map(Thread::getName).filter(name -> name.startsWith("wire-")).toList())
                    .as("of the first room alone").hasSize(1);
        }
        assertThat(threads()).isSubsetOf(before);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("room") || thread.getName().startsWith("wire-"))
                .collect(Collectors.toSet());
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
