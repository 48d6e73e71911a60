// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.adapters.bacsbus.LineTiming;
import org.evenfloat.adapters.bacsbus.ModuleBuses;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WireModule;
import org.evenfloat.simulator.wire.WireModuleKind;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.transport.PtyWire;

/**
 * How long a sweep of 600 modules with duties to all takes on a line paced at its true bit rate, over a
 * pseudo-terminal and the serial library, beside the arithmetic of the bus and of polling by MODBUS RTU.
 */
public final class BusBench {

    private static final int MODULES = 600;
    private static final int[] BAUDS = {9600, 19200, 38400, 57600, 115200};
    private static final double[] LIMIT_SECONDS = {12.5, 6.3, 3.15, 2.1, 1.05};

    /** Host overhead a frame that the bus goal allows, µs. */
    private static final double OVERHEAD_LIMIT_MICROS = 100;

    private static final int WARM_UP = 2;

    /** Answers of a sweep; COLLECT, DUTY and SAMPLE frames add less than a twentieth. */
    private static final int FRAMES = MODULES + 19 + 10 + 1;

    private final PrintStream out;
    private final int sweeps;
    private int missing;

    /** Makes the bench; the median of so many sweeps counts, after two to warm up. */
    public BusBench(PrintStream out, int sweeps) {
        this.out = out;
        this.sweeps = sweeps;
    }

    /** Measures every rate and returns whether all keep their limits. */
    public boolean run() throws IOException, LineFailure {
        out.println(MODULES + " modules: voltage, temperature, state of all and a duty to each; seconds a sweep, median of "
                + sweeps);
        out.println("  baud   measured   arithmetic   limit    host µs a frame (limit 100)   missing   "
                + "MODBUS RTU polling, 1 ms turn");
        boolean good = true;
        for (int i = 0; i < BAUDS.length; i++) {
            good &= measure(BAUDS[i], LIMIT_SECONDS[i]);
        }
        return good;
    }

    private boolean measure(int baud, double limitSeconds) throws IOException, LineFailure {
        Site site = SyntheticSite.of(1, 10, MODULES / 10);
        LineRoster roster = site.roster("L1");
        long origin = System.nanoTime();
        WireLine line = new WireLine(WirePace.at(baud), () -> (System.nanoTime() - origin) / 1_000_000);
        for (int row = 0; row < MODULES; row++) {
            WireModule module = new WireModule(
                    WireModuleKind.of(ModuleType.C20), 1000L + row, 100, new SteadyBlock(row),
                    () -> (System.nanoTime() - origin) / 1_000_000);
            module.readdress(roster.moduleAddress(row));
            line.add(module);
        }
        missing = 0;
        try (PtyWire wire = new PtyWire(line);
                ModuleBus bus = ModuleBuses.open(
                        new LineSettings("L1", new LineSettings.Serial(wire.path()), baud, 120, 10), roster)) {
            return report(baud, limitSeconds, roster, times(bus, roster));
        }
    }

    private double[] times(ModuleBus bus, LineRoster roster) throws LineFailure {
        EqualizeOrder order = new EqualizeOrder("L1", new int[MODULES], new int[MODULES], 60);
        Arrays.fill(order.targetMillivolts(), 13_620);
        double[] seconds = new double[sweeps];
        SweepFill fill = SweepFill.first(roster);
        for (int sweep = -WARM_UP; sweep < sweeps; sweep++) {
            for (int row = 0; row < MODULES; row++) {
                order.dutyTenThousandths()[row] = 100 + (row + sweep + WARM_UP) % 100;
            }
            boolean[] sent = new boolean[1];
            long start = System.nanoTime();
            bus.sweep(fill, () -> sendOnce(bus, order, sent));
            if (sweep >= 0) {
                seconds[sweep] = (System.nanoTime() - start) / 1e9;
                missing += missing(fill);
            }
            fill = SweepFill.after(roster, fill.freeze());
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private static void sendOnce(ModuleBus bus, EqualizeOrder order, boolean[] sent) {
        if (sent[0]) {
            return;
        }
        sent[0] = true;
        try {
            bus.equalize(order);
        } catch (LineFailure failure) {
            throw new IllegalStateException("the bench's own line failed", failure);
        }
    }

    /** Returns how many modules a sweep did not get; a wrong value ends the bench. */
    private static int missing(SweepFill fill) {
        int missing = 0;
        for (int row = 0; row < MODULES; row++) {
            if (fill.quality(MeasurementKind.VOLTAGE, row) != Quality.GOOD) {
                missing++;
            } else if (fill.value(MeasurementKind.VOLTAGE, row) != SteadyBlock.millivolts(row)) {
                throw new IllegalStateException("row " + row + ": " + fill.value(MeasurementKind.VOLTAGE, row)
                        + " mV instead of " + SteadyBlock.millivolts(row));
            }
        }
        return missing;
    }

    private boolean report(int baud, double limitSeconds, LineRoster roster, double[] seconds) {
        int[] addresses = new int[MODULES];
        Arrays.setAll(addresses, roster::moduleAddress);
        double arithmetic = LineTiming.theoreticalSweepNanos(addresses, baud, true) / 1e9;
        double median = seconds[seconds.length / 2];
        double hostMicros = (median - arithmetic) * 1e6 / FRAMES;
        boolean good = median <= limitSeconds && hostMicros <= OVERHEAD_LIMIT_MICROS && missing == 0;
        out.printf(Locale.ROOT, "%6d   %8.3f   %10.3f   %5.2f    %27.1f   %7d   %30.2f   %s%n", baud, median, arithmetic,
                limitSeconds, hostMicros, missing, rtuSeconds(baud), good ? "PASS" : "FAIL");
        out.flush();
        return good;
    }

    /** Request of 8 and answer of 17 characters, gaps of 3.5 characters or 1.75 ms, slaves that think for 1 ms. */
    private static double rtuSeconds(int baud) {
        double gap = baud <= 19_200 ? 35.0 / baud : 0.00175;
        return MODULES * (250.0 / baud + Math.max(0.001, gap) + gap);
    }

    private record SteadyBlock(int row) implements BlockTerminals {

        static int millivolts(int row) {
            return 13_500 + row % 200;
        }

        @Override
        public double volts() {
            return millivolts(row) / 1000.0;
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
        public void bypass(double duty) {}
    }
}
