// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.contracts.LineRig;
import org.evenfloat.contracts.RigDevice;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireCurrentSensor;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WireLeds;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WireModule;
import org.evenfloat.simulator.wire.WireModuleKind;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.WireRelayModule;
import org.evenfloat.simulator.wire.WireTemperatureSensor;
import org.evenfloat.simulator.wire.transport.PtyWire;
import org.evenfloat.simulator.wire.transport.TcpWire;

/** The simulator's devices on a TCP port or a pseudo-terminal, and the adapter on the other end. */
final class WireRig implements LineRig {

    private static final int BAUD = 115_200;
    /** The simulator's threads share the machine with everything else that is being tested. */
    private static final int ALLOWANCE_MILLIS = 300;
    /** 120 as a device takes, and what it may be late to hear SAMPLE on such a machine. */
    private static final int CONVERSION_MILLIS = 120 + 180;
    /** The room's clock runs faster, so that a measurement of 3 s does not hold a test up. */
    private static final int CLOCK_FACTOR = 10;
    private static final LongSupplier CLOCK = () -> System.nanoTime() / 1_000_000 * CLOCK_FACTOR;
    private static final int FIRMWARE = 104;
    private static final double MICROOHMS = 5_600;

    private final WireLine line = new WireLine(WirePace.at(BAUD), CLOCK);
    private final Map<WireDevice, SteadyBlock> blocks = new ConcurrentHashMap<>();
    private final Map<WireDevice, RigContacts> contacts = new ConcurrentHashMap<>();
    private final Map<WireDevice, Integer> toLose = new ConcurrentHashMap<>();
    private final Set<WireDevice> silent = ConcurrentHashMap.newKeySet();
    private final AutoCloseable transport;
    private final ModuleBus bus;
    private volatile boolean cut;

    private WireRig(List<RigDevice> devices, LineRoster roster, Opening opening) throws IOException {
        devices.forEach(this::add);
        line.add(new Interference());
        this.transport = opening.open(line);
        this.bus = ModuleBuses.open(opening.settings(transport), roster);
    }

    /** How the line is brought to the adapter. */
    private interface Opening {
        AutoCloseable open(WireLine line) throws IOException;

        LineSettings settings(AutoCloseable opened);
    }

    static WireRig overTcp(List<RigDevice> devices, LineRoster roster) throws IOException {
        return new WireRig(devices, roster, new Opening() {
            @Override
            public AutoCloseable open(WireLine line) throws IOException {
                return new TcpWire(line, 0);
            }

            @Override
            public LineSettings settings(AutoCloseable opened) {
                LineSettings.Tcp where = new LineSettings.Tcp("127.0.0.1", ((TcpWire) opened).port());
                return new LineSettings("L1", where, BAUD, CONVERSION_MILLIS, ALLOWANCE_MILLIS);
            }
        });
    }

    static WireRig overPty(List<RigDevice> devices, LineRoster roster, Path folder) throws IOException {
        Path link = Files.createDirectories(folder).resolve("ttyBus");
        return new WireRig(devices, roster, new Opening() {
            @Override
            public AutoCloseable open(WireLine line) throws IOException {
                return new PtyWire(line, link);
            }

            @Override
            public LineSettings settings(AutoCloseable opened) {
                return new LineSettings(
                        "L1", new LineSettings.Serial(link.toString()), BAUD, CONVERSION_MILLIS, ALLOWANCE_MILLIS);
            }
        });
    }

    private void add(RigDevice wanted) {
        WireDevice device = switch (wanted.typeCode()) {
            case 3 -> new WireCurrentSensor(3, wanted.serial(), FIRMWARE, () -> wanted.value() / 1000.0, CLOCK);
            case 10 -> new WireTemperatureSensor(
                    10, wanted.serial(), FIRMWARE, new SteadyAir(wanted.value() / 100.0), CLOCK);
            case 15 -> relayModule(wanted);
            default -> module(wanted);
        };
        device.readdress(wanted.address());
        line.add(device);
    }

    private WireDevice relayModule(RigDevice wanted) {
        RigContacts wired = new RigContacts();
        WireRelayModule module = new WireRelayModule(15, wanted.serial(), FIRMWARE, wired, CLOCK);
        contacts.put(module, wired);
        return module;
    }

    private WireDevice module(RigDevice wanted) {
        SteadyBlock block = new SteadyBlock(wanted.value() / 1000.0, wanted.centidegrees() / 100.0, MICROOHMS);
        WireModule module = new WireModule(
                WireModuleKind.of(ModuleType.C20), wanted.serial(), FIRMWARE, block, CLOCK);
        blocks.put(module, block);
        return module;
    }

    /** Returns the line itself, for faults and counts. */
    WireLine line() {
        return line;
    }

    @Override
    public ModuleBus bus() {
        return bus;
    }

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void restore() {
        cut = false;
    }

    @Override
    public void silence(int address, boolean quiet) {
        if (quiet) {
            silent.add(at(address));
        } else {
            silent.remove(at(address));
        }
    }

    private WireDevice at(int address) {
        return line.devices().stream().filter(device -> device.address() == address).findFirst().orElseThrow();
    }

    @Override
    public void pressButton(long serial) {
        line.devices().stream().filter(device -> device.serial() == serial).forEach(WireDevice::press);
    }

    @Override
    public int dutyOf(int address) {
        return (int) Math.round(blocks.get(at(address)).duty() * 10_000);
    }

    @Override
    public boolean blinking(int address) {
        return at(address).leds() == WireLeds.RED_GREEN;
    }

    @Override
    public boolean asleep(int address) {
        return at(address).isAsleep();
    }

    @Override
    public boolean energised(int address, int relay) {
        at(address).tick();
        return contacts.get(at(address)).energised(relay);
    }

    @Override
    public int timesEnergised(int address, int relay) {
        return contacts.get(at(address)).times(relay);
    }

    @Override
    public void contact(int address, int input, boolean closed) {
        contacts.get(at(address)).contact(input, closed);
        at(address).tick();
    }

    @Override
    public void loseAnswers(int address, int count) {
        toLose.put(at(address), count);
    }

    @Override
    public void close() throws Exception {
        bus.close();
        transport.close();
    }

    private final class Interference implements LineFault {

        private long happened;

        @Override
        public synchronized long happened() {
            return happened;
        }

        @Override
        public synchronized boolean sends(WireDevice device, WireFrame answer) {
            boolean lost = toLose.getOrDefault(device, 0) > 0;
            if (lost) {
                toLose.merge(device, -1, Integer::sum);
            }
            boolean quiet = lost || silent.contains(device);
            happened += quiet ? 1 : 0;
            return !quiet;
        }

        @Override
        public boolean isLinkClosed() {
            return cut;
        }
    }
}
