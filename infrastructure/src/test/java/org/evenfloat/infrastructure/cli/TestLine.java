// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WireModule;
import org.evenfloat.simulator.wire.WireModuleKind;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.transport.PtyWire;
import org.evenfloat.simulator.wire.transport.TcpWire;

/** A line of C20 modules for the commands that work on one, over TCP or on a terminal. */
final class TestLine implements AutoCloseable {

    /** The simulated line shares the machine with everything else that is being tested. */
    private static final String ALLOWANCE = "150";
    private static final long FIRST_SERIAL = 0x2A00_0001L;
    private static final long ORIGIN_NANOS = System.nanoTime();

    final WireLine line = new WireLine(WirePace.unpaced(), TestLine::millis);
    final List<WireModule> modules = new ArrayList<>();
    private final AutoCloseable wire;
    private final List<String> options;

    /** Modules with these addresses, serial numbers from 2A000001 on. */
    TestLine(boolean terminal, int... addresses) throws IOException {
        for (int address : addresses) {
            WireModule module = new WireModule(
                    WireModuleKind.of(ModuleType.C20), FIRST_SERIAL + modules.size(), 104, new Steady(),
                    TestLine::millis);
            module.readdress(address);
            modules.add(module);
            line.add(module);
        }
        if (terminal) {
            PtyWire pty = new PtyWire(line);
            wire = pty;
            options = List.of("--serial", pty.path(), "--baud", "115200", "--allowance", ALLOWANCE);
        } else {
            TcpWire tcp = new TcpWire(line, 0);
            wire = tcp;
            options = List.of("--tcp", "127.0.0.1:" + tcp.port(), "--baud", "115200", "--allowance", ALLOWANCE);
        }
    }

    /** Returns how a site file names the end of a line over TCP. */
    String end() {
        return options.get(1);
    }

    /** Runs a command of {@code bus} on this line. */
    Told bus(String... words) {
        return Told.by(Stream.of(List.of("bus"), Arrays.asList(words), options).flatMap(List::stream)
                .toArray(String[]::new));
    }

    @Override
    public void close() throws Exception {
        wire.close();
    }

    private static long millis() {
        return (System.nanoTime() - ORIGIN_NANOS) / 1_000_000;
    }

    private static final class Steady implements BlockTerminals {

        @Override
        public double volts() {
            return 13.62;
        }

        @Override
        public double celsius() {
            return 25;
        }

        @Override
        public double microohms() {
            return 5_000;
        }

        @Override
        public void bypass(double duty) {
            // It stays where it is.
        }
    }
}
