// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.evenfloat.domain.measure.HistorySeries;

/**
 * Summarises a stream of samples to at most so many points, in memory that does not grow with the stream. As long
 * as there are no more samples than points, each stays a point of its own; from then on they are gathered in
 * buckets of equal duration. Samples may come in any order. For one thread.
 */
public final class SeriesSummary {

    private static final int FIRST_SLOTS = 64;

    private final int columns;
    private final int points;
    private final Buckets cut;
    private Slots slots;
    private int used;
    private boolean buckets;

    /**
     * Starts empty.
     *
     * @param columns values a sample has
     * @param firstMillis instant of the earliest sample to come, epoch ms
     * @param lastMillis instant of the latest sample to come, epoch ms
     * @param points largest number of points wanted, 1 or more
     */
    public SeriesSummary(int columns, long firstMillis, long lastMillis, int points) {
        this.columns = columns;
        this.points = points;
        this.cut = Buckets.over(firstMillis, lastMillis, points);
        this.slots = new Slots(columns, Math.min(points, FIRST_SLOTS));
    }

    /**
     * Adds one sample.
     *
     * @param values one value a column
     * @param usable whether that value counts, by column
     */
    public void add(long atMillis, int[] values, boolean[] usable) {
        int slot = slotFor(atMillis);
        slots.span(slot, atMillis, atMillis);
        for (int column = 0; column < columns; column++) {
            if (usable[column]) {
                slots.gather(slot, column, 1, values[column], values[column], values[column]);
            }
        }
    }

    /** Adds every point of a series that has been summarised before. */
    public void add(HistorySeries series) {
        for (int point = 0; point < series.points(); point++) {
            int slot = slotFor(series.fromMillis()[point]);
            slots.span(slot, series.fromMillis()[point], series.toMillis()[point]);
            for (int column = 0; column < columns; column++) {
                int count = series.count()[column][point];
                if (count > 0) {
                    slots.gather(
                            slot, column, count, series.min()[column][point],
                            (long) series.mean()[column][point] * count, series.max()[column][point]);
                }
            }
        }
    }

    /** Returns two series, one after the other, as one of at most so many points. */
    public static HistorySeries joined(HistorySeries earlier, HistorySeries later, int points) {
        if (earlier.points() == 0) {
            return later;
        }
        if (later.points() == 0) {
            return earlier;
        }
        long last = later.toMillis()[later.points() - 1];
        SeriesSummary summary = new SeriesSummary(later.count().length, earlier.fromMillis()[0], last, points);
        summary.add(earlier);
        summary.add(later);
        return summary.series();
    }

    /** Returns a series without a point. */
    public static HistorySeries empty(int columns) {
        return new SeriesSummary(columns, 0, 0, 1).series();
    }

    /** Returns what has been added so far, points in order of time. */
    public HistorySeries series() {
        int[] order = IntStream.range(0, used)
                .filter(slots::taken)
                .boxed()
                .sorted(Comparator.comparingLong(slot -> slots.from[slot]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] from = Arrays.stream(order).mapToLong(slot -> slots.from[slot]).toArray();
        long[] to = Arrays.stream(order).mapToLong(slot -> slots.to[slot]).toArray();
        int[][] count = new int[columns][order.length];
        int[][] min = new int[columns][order.length];
        int[][] mean = new int[columns][order.length];
        int[][] max = new int[columns][order.length];
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < order.length; i++) {
                int slot = order[i];
                count[column][i] = slots.count[column][slot];
                min[column][i] = slots.min[column][slot];
                mean[column][i] = slots.mean(column, slot);
                max[column][i] = slots.max[column][slot];
            }
        }
        return new HistorySeries(from, to, count, min, mean, max);
    }

    private int slotFor(long atMillis) {
        if (!buckets && used == points) {
            gatherInBuckets();
        }
        if (buckets) {
            return cut.of(atMillis);
        }
        if (used == slots.from.length) {
            slots.grow(Math.min(points, 2 * used));
        }
        return used++;
    }

    private void gatherInBuckets() {
        Slots gathered = new Slots(columns, points);
        for (int slot = 0; slot < used; slot++) {
            int target = cut.of(slots.from[slot]);
            gathered.span(target, slots.from[slot], slots.to[slot]);
            for (int column = 0; column < columns; column++) {
                if (slots.count[column][slot] > 0) {
                    gathered.gather(
                            target, column, slots.count[column][slot], slots.min[column][slot],
                            slots.sum[column][slot], slots.max[column][slot]);
                }
            }
        }
        slots = gathered;
        used = points;
        buckets = true;
    }

    private static final class Slots {

        private long[] from;
        private long[] to;
        private final int[][] count;
        private final int[][] min;
        private final long[][] sum;
        private final int[][] max;

        Slots(int columns, int size) {
            from = new long[size];
            to = new long[size];
            Arrays.fill(from, Long.MAX_VALUE);
            Arrays.fill(to, Long.MIN_VALUE);
            count = new int[columns][size];
            min = new int[columns][size];
            sum = new long[columns][size];
            max = new int[columns][size];
        }

        void grow(int size) {
            int old = from.length;
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
            Arrays.fill(from, old, size, Long.MAX_VALUE);
            Arrays.fill(to, old, size, Long.MIN_VALUE);
            for (int column = 0; column < count.length; column++) {
                count[column] = Arrays.copyOf(count[column], size);
                min[column] = Arrays.copyOf(min[column], size);
                sum[column] = Arrays.copyOf(sum[column], size);
                max[column] = Arrays.copyOf(max[column], size);
            }
        }

        boolean taken(int slot) {
            return from[slot] != Long.MAX_VALUE;
        }

        void span(int slot, long fromMillis, long toMillis) {
            from[slot] = Math.min(from[slot], fromMillis);
            to[slot] = Math.max(to[slot], toMillis);
        }

        void gather(int slot, int column, int samples, int lowest, long total, int highest) {
            boolean first = count[column][slot] == 0;
            min[column][slot] = first ? lowest : Math.min(min[column][slot], lowest);
            max[column][slot] = first ? highest : Math.max(max[column][slot], highest);
            count[column][slot] += samples;
            sum[column][slot] += total;
        }

        /** Rounds half up, so that -0.5 becomes 0. */
        int mean(int column, int slot) {
            long samples = count[column][slot];
            return samples == 0 ? 0 : (int) Math.floorDiv(2 * sum[column][slot] + samples, 2 * samples);
        }
    }
}
