// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.application.sweep.OrderBox;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringNews;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Site;

/** How long deciding takes: states, equalizer, diagnosis and status of all strings, on one core. */
public final class SweepBench {

    private static final int PERIOD_MILLIS = 10_000;
    private static final int WARM_UP_SWEEPS = 300;
    private static final int SWEEPS = 200;

    private final PrintStream out;

    public SweepBench(PrintStream out) {
        this.out = out;
    }

    /** Measures 600 and 60,000 modules and returns whether both keep their limits. */
    public boolean run() {
        out.println("deciding on one sweep of every line, one core, median and 99 % of " + SWEEPS + " sweeps");
        out.println("modules   median ms   99 % ms   limit ms   allocated B a sweep of 600, without the images");
        boolean small = measure(1, 600, 1.0);
        boolean large = measure(100, 60_000, 50.0);
        return small && large;
    }

    private boolean measure(int lines, int modules, double limitMillis) {
        Site site = SyntheticSite.of(lines, 10, 60);
        List<LineRoster> rosters = site.lines().stream().map(site::roster).toList();
        Conductor conductor = conductor(site, rosters);
        Random random = new Random(1);
        SweepImage[] images = new SweepImage[lines];
        int warmUp = lines == 1 ? WARM_UP_SWEEPS * 10 : WARM_UP_SWEEPS / 10;
        for (int sweep = 0; sweep < warmUp; sweep++) {
            fill(rosters, images, random, sweep);
            decide(conductor, images);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[SWEEPS];
        long allocated = 0;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            fill(rosters, images, random, warmUp + sweep);
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            decide(conductor, images);
            nanos[sweep] = System.nanoTime() - start;
            allocated += threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(nanos);
        double median = nanos[SWEEPS / 2] / 1e6;
        double high = nanos[SWEEPS * 99 / 100] / 1e6;
        boolean good = median <= limitMillis;
        out.printf(Locale.ROOT, "%7d   %9.3f   %7.3f   %8.1f   %d   %s%n", modules, median, high, limitMillis,
                allocated / SWEEPS / lines, good ? "PASS" : "FAIL");
        return good;
    }

    private static void decide(Conductor conductor, SweepImage[] images) {
        for (SweepImage image : images) {
            conductor.decide(image);
        }
    }

    private static void fill(List<LineRoster> rosters, SweepImage[] images, Random random, int sweep) {
        for (int line = 0; line < images.length; line++) {
            LineRoster roster = rosters.get(line);
            SweepFill fill = images[line] == null ? SweepFill.first(roster) : SweepFill.after(roster, images[line]);
            fill.sampledAt(1_800_000_000_000L + (long) sweep * PERIOD_MILLIS, (long) sweep * PERIOD_MILLIS);
            for (int row = 0; row < roster.moduleCount(); row++) {
                int spread = row % 61 - 30;
                fill.set(MeasurementKind.VOLTAGE, row, 13_620 + spread + random.nextInt(5), Quality.GOOD);
                fill.set(MeasurementKind.TEMPERATURE, row, 2_500 + random.nextInt(50), Quality.GOOD);
            }
            images[line] = fill.freeze();
        }
    }

    private static Conductor conductor(Site site, List<LineRoster> rosters) {
        EventSink events = (kind, subject, text) -> {};
        SiteView view = new SiteView(site, rosters);
        OrderBox[] orders = rosters.stream().map(OrderBox::of).toArray(OrderBox[]::new);
        ModuleRegister register = new ModuleRegister(new NoMemory(), () -> Instant.EPOCH, events, Runnable::run);
        List<StringWatch> watches = new ArrayList<>();
        List<BatteryString> strings = site.strings().toList();
        for (int i = 0; i < strings.size(); i++) {
            watches.add(new StringWatch(
                    strings.get(i), view, i, PERIOD_MILLIS, orders, register, new StringNews(events)));
        }
        return new Conductor(rosters, watches, view, events, new NoEffects());
    }

    private static final class NoEffects implements Conductor.Effects {

        @Override
        public void orderIsReady(int line) {}

        @Override
        public void allowResistances(int line, boolean allowed) {}

        @Override
        public void decided(LineRoster roster, SweepImage image, byte[] states) {}

        @Override
        public void keep(String stringId, double[] z) {}
    }

    private static final class NoMemory implements SiteMemory {

        @Override
        public void saveEqualizer(String stringId, long atMillis, double[] z) {}

        @Override
        public Optional<SavedEqualizer> loadEqualizer(String stringId) {
            return Optional.empty();
        }

        @Override
        public void saveModule(ModuleAddress address, KnownModule module) {}

        @Override
        public Map<ModuleAddress, KnownModule> loadModules() {
            return Map.of();
        }

        @Override
        public void saveCalibration(long serial, KeptCalibration calibration) {}

        @Override
        public Map<Long, KeptCalibration> loadCalibrations() {
            return Map.of();
        }
    }
}
