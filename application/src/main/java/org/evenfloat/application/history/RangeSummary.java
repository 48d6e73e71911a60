// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.evenfloat.domain.measure.HistoryRanges;

/**
 * Summarises sweeps to at most so many points by the rules of {@link SeriesSummary}, for many columns: each sweep
 * stays a point of its own as long as there are no more sweeps than points, from then on they are gathered in buckets
 * of equal duration. Sweeps may come in any order. For one thread.
 *
 * <p>Where the columns come from several lines, each sweep fills some of them only. So that a point has them all, the
 * points of neighbouring sweeps of different lines become one, and buckets are as many times longer as there are lines.
 */
public final class RangeSummary {

    private final int columns;
    private final int sources;
    private final int points;
    private final Buckets cut;
    private final List<RangePoint> singles = new ArrayList<>();
    private RangePoint[] buckets;

    /**
     * Starts empty.
     *
     * @param columns columns of a point
     * @param sources lines that the sweeps come from
     * @param firstMillis instant of the earliest sweep to come, epoch ms
     * @param lastMillis instant of the latest sweep to come, epoch ms
     * @param points largest number of points wanted, 1 or more
     */
    public RangeSummary(int columns, int sources, long firstMillis, long lastMillis, int points) {
        this.columns = columns;
        this.sources = sources;
        this.points = points;
        this.cut = Buckets.over(firstMillis, lastMillis, Math.max(1, points / Math.max(1, sources)));
    }

    /**
     * Returns the point of a sweep, which is to take the sweep's values before another is asked for.
     *
     * @param source number of its line, from 0
     */
    public RangePoint point(int source, long atMillis) {
        if (!makeRoom()) {
            RangePoint single = RangePoint.empty(source, atMillis, columns);
            singles.add(single);
            return single;
        }
        int bucket = cut.of(atMillis);
        if (buckets[bucket] == null) {
            buckets[bucket] = RangePoint.empty(source, atMillis, columns);
        }
        buckets[bucket].span(atMillis, atMillis);
        return buckets[bucket];
    }

    /** Returns two ranges, one after the other, as one of at most so many points; uses up both. */
    public static HistoryRanges joined(HistoryRanges earlier, HistoryRanges later, int points) {
        if (earlier.points() == 0) {
            return later;
        }
        if (later.points() == 0) {
            return earlier;
        }
        long last = later.toMillis()[later.points() - 1];
        RangeSummary summary =
                new RangeSummary(later.min()[0].length, 1, earlier.fromMillis()[0], last, points);
        summary.add(earlier);
        summary.add(later);
        return summary.ranges();
    }

    private void add(HistoryRanges ranges) {
        for (int i = 0; i < ranges.points(); i++) {
            RangePoint point = new RangePoint(
                    0, ranges.fromMillis()[i], ranges.toMillis()[i], ranges.min()[i], ranges.max()[i]);
            if (makeRoom()) {
                gather(point);
            } else {
                singles.add(point);
            }
        }
    }

    /** Returns whether there are buckets; makes them when the points of single sweeps are used up. */
    private boolean makeRoom() {
        if (buckets == null && singles.size() == points) {
            buckets = new RangePoint[cut.count()];
            singles.forEach(this::gather);
            singles.clear();
        }
        return buckets != null;
    }

    private void gather(RangePoint point) {
        int bucket = cut.of(point.fromMillis());
        if (buckets[bucket] == null) {
            buckets[bucket] = point;
        } else {
            buckets[bucket].take(point);
        }
    }

    /** Returns what has been added, points in order of time; nothing can be added any more. */
    public HistoryRanges ranges() {
        List<RangePoint> all = new ArrayList<>(buckets == null ? singles : List.of());
        if (buckets != null) {
            for (RangePoint bucket : buckets) {
                all.add(bucket);
            }
            all.removeIf(Objects::isNull);
        }
        all.sort(Comparator.comparingLong(RangePoint::fromMillis));
        if (buckets == null && sources > 1) {
            all = rounds(all);
        }
        return new HistoryRanges(
                all.stream().mapToLong(RangePoint::fromMillis).toArray(),
                all.stream().mapToLong(RangePoint::toMillis).toArray(),
                all.stream().map(RangePoint::min).toArray(int[][]::new),
                all.stream().map(RangePoint::max).toArray(int[][]::new));
    }

    /** Puts neighbours together until a line comes again. */
    private static List<RangePoint> rounds(List<RangePoint> sweeps) {
        List<RangePoint> rounds = new ArrayList<>();
        BitSet seen = new BitSet();
        for (RangePoint sweep : sweeps) {
            if (rounds.isEmpty() || seen.get(sweep.source())) {
                rounds.add(sweep);
                seen.clear();
            } else {
                rounds.get(rounds.size() - 1).take(sweep);
            }
            seen.set(sweep.source());
        }
        return rounds;
    }
}
