// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.junit.jupiter.api.Test;

class RangeSummaryTest {

    private static void add(RangeSummary summary, int source, long atMillis, int column, int value) {
        summary.point(source, atMillis).take(column, value);
    }

    @Test
    void followsTheRulesOfASingleSeries() {
        long seed = Long.getLong("seed", 20_261_125L);
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            int samples = 1 + random.nextInt(60);
            int points = 1 + random.nextInt(60);
            long[] atMillis = random.longs(samples, 0, 10_000).distinct().toArray();
            SeriesSummary series = new SeriesSummary(2, 0, 9_999, points);
            RangeSummary ranges = new RangeSummary(2, 1, 0, 9_999, points);
            for (long at : atMillis) {
                int[] values = {random.nextInt(), random.nextInt(9)};
                boolean[] usable = {random.nextBoolean(), random.nextInt(5) > 0};
                series.add(at, values, usable);
                RangePoint point = ranges.point(0, at);
                for (int column = 0; column < 2; column++) {
                    if (usable[column]) {
                        point.take(column, values[column]);
                    }
                }
            }
            assertSame("seed " + seed + " run " + run, ranges.ranges(), series.series());
        }
    }

    private static void assertSame(String what, HistoryRanges ranges, HistorySeries series) {
        assertThat(ranges.fromMillis()).as(what).isEqualTo(series.fromMillis());
        assertThat(ranges.toMillis()).as(what).isEqualTo(series.toMillis());
        for (int point = 0; point < series.points(); point++) {
            for (int column = 0; column < 2; column++) {
                boolean measured = series.count()[column][point] > 0;
                assertThat(ranges.measured(point, column)).as(what).isEqualTo(measured);
                if (measured) {
                    assertThat(ranges.min()[point][column]).as(what).isEqualTo(series.min()[column][point]);
                    assertThat(ranges.max()[point][column]).as(what).isEqualTo(series.max()[column][point]);
                }
            }
        }
    }

    @Test
    void tellsTheExtremeIntsFromNothing() {
        RangeSummary summary = new RangeSummary(3, 1, 0, 0, 1);
        RangePoint point = summary.point(0, 0);
        point.take(0, Integer.MAX_VALUE);
        point.take(1, Integer.MIN_VALUE);
        HistoryRanges ranges = summary.ranges();
        assertThat(ranges.measured(0, 0)).isTrue();
        assertThat(ranges.measured(0, 1)).isTrue();
        assertThat(ranges.measured(0, 2)).isFalse();
    }

    @Test
    void everyPointHasEveryLineThoughTheySweepAtDifferentInstants() {
        for (int points : new int[] {4, 10, 100, 399, 400}) {
            RangeSummary summary = new RangeSummary(2, 2, 0, 99_600, points);
            for (int i = 0; i < 100; i++) {
                add(summary, 0, i * 1_000L, 0, i);
                add(summary, 1, i * 1_000L + 600, 1, 1_000 + i);
            }
            HistoryRanges ranges = summary.ranges();
            assertThat(ranges.points()).as("points of " + points).isBetween(Math.min(100, points / 2), points);
            for (int point = 0; point < ranges.points(); point++) {
                assertThat(ranges.measured(point, 0)).isTrue();
                assertThat(ranges.measured(point, 1)).isTrue();
            }
        }
    }

    @Test
    void aSlowLineDoesNotHoldUpAQuickOne() {
        RangeSummary summary = new RangeSummary(2, 2, 0, 9_000, 100);
        for (int i = 0; i < 10; i++) {
            add(summary, 0, i * 1_000L, 0, i);
        }
        add(summary, 1, 4_500, 1, 77);
        HistoryRanges ranges = summary.ranges();
        assertThat(ranges.points()).isEqualTo(10);
        assertThat(ranges.measured(4, 1)).isTrue();
        assertThat(ranges.measured(5, 1)).isFalse();
    }
}
