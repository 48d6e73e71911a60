// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.evenfloat.simulator.wire.TemperatureProbe;
import org.evenfloat.simulator.wire.WireCurrentSensor;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WireModule;
import org.evenfloat.simulator.wire.WireModuleKind;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.WireRelayModule;
import org.evenfloat.simulator.wire.WireTemperatureSensor;
import org.evenfloat.simulator.wire.transport.PtyWire;
import org.evenfloat.simulator.wire.transport.TcpWire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A battery room that runs: plant, devices, wires, story and clock. */
public final class Room implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    /** Sensors of ±400 A; the type only matters to people. */
    private static final int CURRENT_SENSOR_TYPE = 3;

    private static final int TEMPERATURE_SENSOR_TYPE = 10;
    private static final int FIRMWARE = 104;
    private static final long FIRST_SERIAL = 0x2A00_0001L;

    /** What a string sees whose breaker is open. */
    private static final Phase NOTHING = new Phase("disconnected", 0, 1, Supply.REST, 0);

    /** A step of the largest room takes far less. */
    private static final long CLOSE_MILLIS = 5_000;

    private final Scenario scenario;
    private final RoomPlan plan;
    private final RoomClock clock;
    private final RoomSwitchgear switchgear;
    private final RoomAir air;
    private final Story story;
    private final Map<String, RoomStanding> standings = new LinkedHashMap<>();
    private final Map<String, WireLine> lines = new LinkedHashMap<>();
    private final Map<String, WireDevice> devices = new HashMap<>();
    private final Map<String, Double> peakMillivolts = new ConcurrentHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();
    private final List<AutoCloseable> wires = new ArrayList<>();
    private final Thread thread;

    /**
     * How a room is set up.
     *
     * @param terminals pseudo-terminals instead of TCP ports
     * @param firstPort TCP port of the first line, the others follow; 0 takes free ones
     * @param equalizing whether its site description asks for equalizing
     * @param speed speed of every phase; 0 leaves the scenario's own
     * @param wallStartMillis what its wall clock shows at the start, epoch ms
     */
    public record Setup(
            boolean terminals, int firstPort, boolean equalizing, double speed, long wallStartMillis) {}

    /**
     * Builds and opens a room; time stands still until {@link #start}.
     *
     * @throws IOException when a port or terminal cannot be had
     */
    public Room(Scenario scenario, Setup setup) throws IOException {
        this.scenario = scenario;
        this.plan = RoomPlan.of(scenario, setup.equalizing());
        this.clock = new RoomClock(setup.wallStartMillis());
        this.switchgear = new RoomSwitchgear(scenario.switchgear(), clock::monotonicMillis);
        this.air = new RoomAir(scenario.ambientCelsius());
        for (RoomString string : scenario.strings()) {
            standings.put(string.id(), string.condition() == Condition.TELEMETRY
                    ? new TelemetryStanding() : new PlantStanding(string, scenario, air));
        }
        plan.lines().forEach(line -> lines.put(line, new WireLine(WirePace.unpaced(), clock::monotonicMillis)));
        connect();
        this.story = new Story(scenario, setup.speed(), clock, lines, devices, switchgear,
                new PlantFaults(standings, air));
        this.thread = new Thread(this::run, "room");
        thread.setDaemon(true);
        try {
            open(setup);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() {
        LongSupplier now = clock::monotonicMillis;
        long serial = FIRST_SERIAL;
        List<BatteryString> strings = plan.site().strings().toList();
        for (BatteryString string : strings) {
            RoomStanding standing = standings.get(string.id());
            for (Block block : string.blocks()) {
                connect(block.id(), block.module(), new WireModule(
                        WireModuleKind.of(string.moduleType()), serial++, FIRMWARE,
                        standing.block(block.number() - 1), now));
            }
            if (string.currentSensor().isPresent()) {
                ModuleAddress address = string.currentSensor().get();
                connect(address.toString(), address,
                        new WireCurrentSensor(CURRENT_SENSOR_TYPE, serial++, FIRMWARE, standing.current(), now));
            }
        }
        for (String line : plan.lines()) {
            ModuleAddress address = new ModuleAddress(line, RoomPlan.AMBIENT_SENSOR);
            TemperatureProbe probe = air::celsius;
            connect(address.toString(), address,
                    new WireTemperatureSensor(TEMPERATURE_SENSOR_TYPE, serial++, FIRMWARE, probe, now));
        }
        for (RelayModule module : plan.site().relayModules()) {
            connect(module.id(), module.address(), new WireRelayModule(
                    WireRelayModule.FOUR_AND_FOUR, serial++, FIRMWARE, switchgear.terminals(module.id()), now));
        }
    }

    private void connect(String id, ModuleAddress address, WireDevice device) {
        device.readdress(address.number());
        lines.get(address.line()).add(device);
        devices.put(id, device);
    }

    private void open(Setup setup) throws IOException {
        int port = setup.firstPort();
        for (Map.Entry<String, WireLine> line : lines.entrySet()) {
            if (setup.terminals()) {
                PtyWire wire = new PtyWire(line.getValue());
                wires.add(wire);
                ends.put(line.getKey(), wire.path());
            } else {
                TcpWire wire = new TcpWire(line.getValue(), port == 0 ? 0 : port++);
                wires.add(wire);
                ends.put(line.getKey(), "127.0.0.1:" + wire.port());
            }
        }
    }

    /** Lets time begin. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            clock.run(this::advance);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.error("The room has stopped by a fault of its own", fault);
            clock.stop();
        }
    }

    private void advance(long fromMillis, long toMillis) {
        story.advance(fromMillis);
        // before the step: what ends now shall not act while it lasts
        lines.values().forEach(WireLine::tick);
        double dtSeconds = (toMillis - fromMillis) / 1000.0;
        air.advance(dtSeconds);
        standings.forEach((id, standing) -> {
            standing.advance(toMillis, dtSeconds, switchgear.isDisconnected(id) ? NOTHING : story.phase());
            peakMillivolts.merge(id, 1000 * standing.largestDeviationVolts(), Math::max);
        });
    }

    /** Returns the clock that room and servers share. */
    public RoomClock clock() {
        return clock;
    }

    /** Returns the scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** Returns the room as a site file would describe it. */
    public Site site() {
        return plan.site();
    }

    /** Returns where each line ends: {@code host:port}, or the path of a terminal; in order of the lines. */
    public Map<String, String> ends() {
        return Collections.unmodifiableMap(ends);
    }

    /** Returns the true temperature of the hottest block of that string, °C. */
    public double hottestCelsius(String stringId) {
        return standings.get(stringId).hottestCelsius();
    }

    /** Returns whether a breaker has disconnected that string. */
    public boolean isDisconnected(String stringId) {
        return switchgear.isDisconnected(stringId);
    }

    /**
     * Closes a breaker by hand; a release that still acts opens it again.
     *
     * @return whether there is such a breaker
     */
    public boolean closeBreaker(String id) {
        RoomBreaker breaker = switchgear.breaker(id);
        if (breaker != null) {
            breaker.close();
        }
        return breaker != null;
    }

    /** Returns whether that relay of the room is energised. */
    public boolean isEnergised(RelayPoint relay) {
        return switchgear.isEnergised(relay);
    }

    /** Goes on at that speed, simulated seconds per real second, from now on, whatever the phases say; 0 for theirs. */
    public void speed(double simulatedPerReal) {
        story.speed(simulatedPerReal);
    }

    /** Returns the name of the present phase. */
    public String phase() {
        return story.phase().name();
    }

    /** Returns how far the block of that string farthest from its mean truly is from it, mV. */
    public double largestDeviationMillivolts(String stringId) {
        return 1000 * standings.get(stringId).largestDeviationVolts();
    }

    /** Returns the largest such deviation since the last call, mV; 0 when no time has passed since. */
    public double takePeakMillivolts(String stringId) {
        Double peak = peakMillivolts.remove(stringId);
        return peak == null ? 0 : peak;
    }

    /** Returns the ids of the strings in order. */
    public List<String> strings() {
        return List.copyOf(standings.keySet());
    }

    /** Returns whether the told part of the story is over. */
    public boolean isOver() {
        return clock.monotonicMillis() >= scenario.lastsMillis();
    }

    private void awaitEnd() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.stop();
        thread.interrupt();
        awaitEnd();
        for (AutoCloseable wire : wires) {
            try {
                wire.close();
            } catch (Exception e) {
                LOG.debug("a wire did not close: {}", e.getMessage());
            }
        }
    }
}
