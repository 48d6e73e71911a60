// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;

/** How long it takes to look at a sweep for alarms: every row of the table on every block, string and line, one core. */
public final class AlarmBench {

    private static final int PERIOD_MILLIS = 10_000;
    private static final int LOOKS = 300;
    private static final int BLOCKS_A_STRING = 60;
    private static final int STRINGS_A_LINE = 10;

    private final PrintStream out;

    public AlarmBench(PrintStream out) {
        this.out = out;
    }

    /** Measures 600 and 60,000 modules and returns whether both keep their limits. */
    public boolean run() {
        out.println("looking for alarms in one sweep of every line: " + AlarmTable.all().size()
                + " rows of the table, one core, " + LOOKS + " sweeps in which nothing comes or goes");
        out.println("modules   median ms   99 % ms   limit ms   allocated B a sweep   limit B");
        boolean small = measure(1, 1.0);
        boolean large = measure(100, 60.0);
        return small && large;
    }

    private boolean measure(int lines, double limitMillis) {
        Site site = SyntheticSite.of(lines, STRINGS_A_LINE, BLOCKS_A_STRING);
        DecidingSite deciding = DecidingSite.of(site, PERIOD_MILLIS);
        Random random = new Random(1);
        SweepImage[] images = new SweepImage[lines];
        for (int sweep = 0; sweep < (lines == 1 ? 3_000 : 60); sweep++) {
            fill(deciding.rosters(), images, random, sweep);
            for (SweepImage image : images) {
                deciding.conductor().decide(image);
            }
        }
        List<StringStatus> statuses = deciding.view().strings();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[LOOKS];
        long[] allocated = new long[LOOKS];
        for (int look = 0; look < LOOKS; look++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            look(deciding, images, statuses);
            nanos[look] = System.nanoTime() - start;
            allocated[look] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(nanos);
        Arrays.sort(allocated);
        double median = nanos[LOOKS / 2] / 1e6;
        boolean good = median <= limitMillis && allocated[LOOKS / 2] == 0;
        out.printf(Locale.ROOT, "%7d   %9.3f   %7.3f   %8.1f   %19d   %7d   %s%n",
                lines * STRINGS_A_LINE * BLOCKS_A_STRING, median, nanos[LOOKS * 99 / 100] / 1e6, limitMillis,
                allocated[LOOKS / 2], 0, good ? "PASS" : "FAIL");
        List<Alarm> standing = deciding.alarms().standing(0).standing();
        if (!standing.isEmpty()) {
            out.println("FAIL: " + standing.size() + " alarms stand where none should, first "
                    + standing.get(0).point().id());
        }
        return good && standing.isEmpty();
    }

    private static void look(DecidingSite deciding, SweepImage[] images, List<StringStatus> statuses) {
        for (int line = 0; line < images.length; line++) {
            deciding.lookout().line(line, images[line]);
            for (int i = 0; i < STRINGS_A_LINE; i++) {
                int string = line * STRINGS_A_LINE + i;
                deciding.lookout().string(
                        string, deciding.view(), images[line], deciding.watches().get(string), statuses.get(string));
            }
            deciding.lookout().end(images[line]);
        }
    }

    private static void fill(List<LineRoster> rosters, SweepImage[] images, Random random, int sweep) {
        for (int line = 0; line < images.length; line++) {
            LineRoster roster = rosters.get(line);
            SweepFill fill = images[line] == null ? SweepFill.first(roster) : SweepFill.after(roster, images[line]);
            fill.sampledAt(1_800_000_000_000L + (long) sweep * PERIOD_MILLIS, (long) sweep * PERIOD_MILLIS);
            for (int row = 0; row < roster.moduleCount(); row++) {
                fill.set(MeasurementKind.VOLTAGE, row, 13_620 + row % 13 - 6 + random.nextInt(5), Quality.GOOD);
                fill.set(MeasurementKind.TEMPERATURE, row, 2_500 + random.nextInt(50), Quality.GOOD);
            }
            images[line] = fill.freeze();
        }
    }
}
