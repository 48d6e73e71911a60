// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.evenfloat.adapters.alarmfiles.FileAlarmStore;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.infrastructure.threads.AlarmThread;

/**
 * A flood: 600 blocks of which about half cross a limit without delay in every sweep, many times faster than real ones.
 * Deciding, keeping and the files are those of the server. What should be on the disk is counted from the values.
 */
public final class FloodBench {

    private static final String ROW = "block-voltage-high-warning";
    private static final int MIDDLE_MILLIVOLTS = 13_620;
    private static final int PERIOD_MILLIS = 10_000;
    private static final int CALM_SWEEPS = 200;
    private static final int SWEEPS = 100;
    private static final int PAUSE_MILLIS = 100;
    private static final int MOST_SECONDS = 30;
    private static final double LIMIT_MILLIS = 20;
    private static final long WANTED_A_MINUTE = 10_000;

    private final PrintStream out;
    private final long seed;
    private final Random random;
    private final List<Change> expected = new ArrayList<>();
    private final Map<String, Boolean> beyond = new HashMap<>();
    private SweepImage last;
    private int sweep;

    /** What the values say should be on the disk. */
    private record Change(long atMillis, String block, AlarmAction action, int millivolts) {}

    /** @param seed of the values */
    public FloodBench(PrintStream out, long seed) {
        this.out = out;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Measures and returns whether nothing was lost and all limits are kept. */
    public boolean run() throws IOException {
        Path folder = Files.createTempDirectory("evenfloat-flood");
        try {
            return run(new FileAlarmStore(folder));
        } catch (AlarmStoreFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        } finally {
            delete(folder);
        }
    }

    private boolean run(AlarmStore store) throws AlarmStoreFailure {
        Site site = SyntheticSite.of(1, 10, 60);
        DecidingSite deciding = DecidingSite.of(site, PERIOD_MILLIS);
        LineRoster roster = deciding.rosters().get(0);
        for (int calm = 0; calm < CALM_SWEEPS; calm++) {
            deciding.conductor().decide(image(roster, 1));
        }
        AlarmOverride now = new AlarmOverride(
                Optional.of(true), Optional.of(MIDDLE_MILLIVOLTS), Optional.of(0), Optional.of(0L), Optional.of(0L));
        Map<String, AlarmOverride> limits = new HashMap<>();
        site.strings().forEach(string -> limits.put(ROW + "/" + string.id(), now));
        deciding.limits().override(limits, Map.of());
        AlarmThread thread = new AlarmThread(
                deciding.alarms(), deciding.outbox(), deciding.lookout()::pending, store, List.of(), () -> {},
                () -> System.nanoTime() / 1_000_000);
        deciding.lookout().onNews(thread::wake);
        thread.start();
        long[] nanos = new long[SWEEPS];
        int most = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < SWEEPS; i++) {
            SweepImage image = image(roster, 40);
            note(roster, image);
            long start = System.nanoTime();
            deciding.conductor().decide(image);
            nanos[i] = System.nanoTime() - start;
            most = Math.max(most, deciding.outbox().waiting());
            LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000L);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double late = awaitKept(deciding);
        thread.close();
        return print(deciding, nanos, most, seconds, late, records(store));
    }

    private SweepImage image(LineRoster roster, int spread) {
        SweepFill fill = last == null ? SweepFill.first(roster) : SweepFill.after(roster, last);
        fill.sampledAt(1_800_000_000_000L + (long) sweep * PERIOD_MILLIS, (long) sweep * PERIOD_MILLIS);
        sweep++;
        for (int row = 0; row < roster.moduleCount(); row++) {
            int value = MIDDLE_MILLIVOLTS + random.nextInt(2 * spread + 1) - spread;
            fill.set(MeasurementKind.VOLTAGE, row, value, Quality.GOOD);
            fill.set(MeasurementKind.TEMPERATURE, row, 2_500, Quality.GOOD);
        }
        last = fill.freeze();
        return last;
    }

    private void note(LineRoster roster, SweepImage image) {
        for (int row = 0; row < roster.moduleCount(); row++) {
            int value = image.value(MeasurementKind.VOLTAGE, row);
            boolean high = value > MIDDLE_MILLIVOLTS;
            if (high != beyond.getOrDefault(roster.blockId(row), false)) {
                beyond.put(roster.blockId(row), high);
                expected.add(new Change(image.sampledAtMillis(), roster.blockId(row),
                        high ? AlarmAction.RAISE : AlarmAction.RETURN, value));
            }
        }
    }

    /** Returns how long after the last sweep all was on the disk, s. */
    private static double awaitKept(DecidingSite deciding) {
        long begin = System.nanoTime();
        while (deciding.outbox().waiting() > 0 && System.nanoTime() - begin < MOST_SECONDS * 1_000_000_000L) {
            LockSupport.parkNanos(1_000_000);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<AlarmRecord> records(AlarmStore store) throws AlarmStoreFailure {
        List<AlarmRecord> records = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (true) {
            List<AlarmRecord> some = store.records(new AlarmQuestion(
                    0, Long.MAX_VALUE, before, Set.of(ROW), Set.of(), AlarmStore.MOST_RECORDS));
            if (some.isEmpty()) {
                Collections.reverse(records);
                return records;
            }
            records.addAll(some);
            before = some.get(some.size() - 1).number();
        }
    }

    private boolean print(
            DecidingSite deciding, long[] nanos, int most, double seconds, double late, List<AlarmRecord> records) {
        Arrays.sort(nanos);
        double half = nanos[nanos.length / 2] / 1e6;
        List<Change> kept = records.stream().map(record -> new Change(
                record.atMillis(), record.subject(), record.action(), record.value())).toList();
        boolean same = kept.equals(expected);
        long aMinute = Math.round(expected.size() / seconds * 60);
        boolean good = same && deciding.outbox().lost() == 0 && half <= LIMIT_MILLIS && aMinute >= WANTED_A_MINUTE;
        out.printf(Locale.ROOT, "%d blocks, %d sweeps, seed %d: %d alarms came or went in %.1f s, %d a minute (wanted %d)%n",
                beyond.size(), SWEEPS, seed, expected.size(), seconds, aMinute, WANTED_A_MINUTE);
        out.printf(Locale.ROOT, "deciding on a sweep: median %.2f ms, worst %.2f ms (limit %.0f); at most %d waited for the"
                + " disk, the last was there %.3f s after its sweep%n",
                half, nanos[nanos.length - 1] / 1e6, LIMIT_MILLIS, most, late);
        out.printf(Locale.ROOT, "on the disk: %d, %s the values say, none twice; given up: %d   %s%n", kept.size(),
                same ? "each in its place as" : "NOT what", deciding.outbox().lost(), good ? "PASS" : "FAIL");
        return good;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
