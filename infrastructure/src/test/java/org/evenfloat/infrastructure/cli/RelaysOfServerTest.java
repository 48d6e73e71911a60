// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.ViewSwitchgear.Position;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenBreaker;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.relay.RelaySwitch;
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.Server;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFile;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.wiring.ServerParts;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.evenfloat.simulator.room.Switchgear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole server on a simulated room whose breakers hang on a relay module. */
@Timeout(120)
class RelaysOfServerTest {

    private static final RelayPoint TRIP = new RelayPoint("AUX1", 1);
    private static final RelayPoint ALARM = new RelayPoint("AUX1", 4);
    private static final Fault NEVER = new Fault(1_000_000_000, Long.MAX_VALUE, FaultKind.OPEN_BREAKER, List.of("Q1"), 0);

    @TempDir
    private Path folder;

    private static Room room(Fault fault) throws Exception {
        List<RoomString> strings = List.of(
                new RoomString("A1", "L1", 16, "C20", 6, 40, Condition.SETTLED, 0, 0, 0, true),
                new RoomString("A2", "L1", 16, "C20", 6, 40, Condition.SETTLED, 0, 0, 0, true));
        return new Room(
                new Scenario("relays", "", 7, 1_000, 25, 1.5, strings,
                        List.of(new Phase("float", 3_600_000, 1, Supply.FLOAT, 0)), List.of(fault),
                        new Switchgear(List.of(new Switchgear.Module("AUX1", "L1")),
                                List.of(new Switchgear.Breaker("Q1", List.of("A1"), TRIP, Optional.empty(),
                                        Optional.of(new InputPoint("AUX1", 1)), false)),
                                Optional.of(ALARM), Optional.empty())),
                new Room.Setup(false, 0, true, 1, System.currentTimeMillis()));
    }

    /** A server in this process. */
    private static final class Here implements AutoCloseable {

        private final Server server;
        private final DataFolder data;
        private final RelaySwitch relays;
        private final SwitchgearView switchgear;
        private final Lines lines;

        private Here(Room room, Path folder) throws Exception {
            SiteConfiguration configuration =
                    SiteFile.read(RoomSite.write(room, folder, 0, Optional.empty()));
            data = DataFolder.open(configuration.dataFolder());
            ServerParts parts = ServerParts.of(
                    configuration, data, new RealTimekeeper(), WebAccess.random(), "test");
            server = parts.server();
            relays = parts.relays();
            switchgear = parts.switchgear();
            lines = parts.lines();
            server.start();
        }

        private SeenBreaker q1() {
            return switchgear.breakers().get(0);
        }

        private void awaitQ1(Position position) throws Exception {
            within(20, "Q1 is " + position,
                    () -> q1().position() == position && q1().quality() == Quality.GOOD);
        }

        @Override
        public void close() throws Exception {
            server.close();
            data.close();
        }
    }

    private static void within(int seconds, String what, Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!reached.call()) {
            assertThat(System.nanoTime() - end).as("not within " + seconds + " s: " + what).isNegative();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static RelayAnswer answer(CompletableFuture<RelayAnswer> order) throws Exception {
        return order.get(RelayBus.PATIENCE_MILLIS + 1_000, TimeUnit.MILLISECONDS);
    }

    @Test
    void anOrderOpensTheBreakerWhateverTheLineDoes() throws Exception {
        try (Room room = room(NEVER); Here here = new Here(room, folder)) {
            room.start();
            here.awaitQ1(Position.CLOSED);
            assertThat(here.lines.get(0).work().start(new LineOrder.Check(1_000))).isEmpty();
            here.lines.get(0).thread().wake();
            within(20, "the line check runs",
                    () -> here.lines.get(0).work().report().orElseThrow().progress().done() > 10);
            long begun = System.nanoTime();
            RelayAnswer done = answer(here.relays.energise(TRIP, "breaker Q1"));
            assertThat(done.outcome()).as(done.why()).isEqualTo(Outcome.DONE);
            assertThat(done.energised() & 1).as("relay 1").isEqualTo(1);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).as("ms").isLessThan(2_000);
            here.awaitQ1(Position.OPEN);
            assertThat(room.isDisconnected("A1")).isTrue();
            assertThat(room.isDisconnected("A2")).isFalse();
            assertThat(here.lines.get(0).work().report().orElseThrow().state()).as("goes on").hasToString("RUNNING");
        }
    }

    @Test
    void aRelayIsSwitchedForItsOwnUseOnly() throws Exception {
        try (Room room = room(NEVER); Here here = new Here(room, folder)) {
            room.start();
            here.awaitQ1(Position.CLOSED);
            RelayAnswer refused = answer(here.relays.energise(TRIP, "a schedule"));
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.why()).contains("AUX1/1", "breaker Q1", "a schedule");
            assertThatThrownBy(() -> here.relays.release(new RelayPoint("AUX9", 1), "x"))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("AUX9/1");
            assertThat(answer(here.relays.energise(new RelayPoint("AUX1", 2), "a schedule")).done()).isTrue();
            assertThat(room.isDisconnected("A1")).isFalse();
        }
    }

    @Test
    void theAlarmContactHoldsWhileAllIsWellAndFallsWithTheServer() throws Exception {
        try (Room room = room(NEVER)) {
            try (Here here = new Here(room, folder)) {
                room.start();
                within(20, "it holds", () -> room.isEnergised(ALARM));
                here.awaitQ1(Position.CLOSED);
            }
            assertThat(room.isEnergised(ALARM)).as("after an orderly end").isFalse();
        }
    }

    @Test
    void aSilentRelayModuleIsToldAndItsBreakerUnknown() throws Exception {
        try (Room room = room(new Fault(4_000, Long.MAX_VALUE, FaultKind.LOST_MODULE, List.of("AUX1"), 0));
                Here here = new Here(room, folder)) {
            room.start();
            here.awaitQ1(Position.CLOSED);
            within(20, "its module is silent", () -> here.q1().quality() == Quality.MISSING);
            RelayAnswer silent = answer(here.relays.energise(TRIP, "breaker Q1"));
            assertThat(silent.outcome()).isEqualTo(Outcome.SILENT);
            assertThat(silent.why()).contains("AUX1/1", "L1", "62001");
        }
    }

    @Test
    void aLineThatIsDownIsToldAtOnce() throws Exception {
        try (Room room = room(new Fault(4_000, Long.MAX_VALUE, FaultKind.UNPLUGGED_LINE, List.of("L1"), 0));
                Here here = new Here(room, folder)) {
            room.start();
            here.awaitQ1(Position.CLOSED);
            within(30, "the line is down",
                    () -> answer(here.relays.energise(TRIP, "breaker Q1")).outcome() == Outcome.LINE_DOWN
                            || !here.lines.get(0).thread().sweeper().problem().isEmpty());
            long begun = System.nanoTime();
            RelayAnswer down = answer(here.relays.energise(TRIP, "breaker Q1"));
            assertThat(down.outcome()).isNotEqualTo(Outcome.DONE);
            assertThat(down.why()).contains("AUX1/1", "L1");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .isLessThanOrEqualTo(RelayBus.PATIENCE_MILLIS + 500);
        }
    }
}
