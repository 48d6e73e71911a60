// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.evenfloat.domain.measure.HistorySeries;
import org.junit.jupiter.api.Test;

class SeriesSummaryTest {

    private static final boolean[] USABLE = {true};

    private static SeriesSummary ramp(int samples, int points) {
        SeriesSummary summary = new SeriesSummary(1, 0, (samples - 1) * 10L, points);
        for (int i = 0; i < samples; i++) {
            summary.add(i * 10L, new int[] {i}, USABLE);
        }
        return summary;
    }

    @Test
    void fewSamplesStayPointsOfTheirOwn() {
        HistorySeries series = ramp(100, 100).series();
        assertThat(series.points()).isEqualTo(100);
        assertThat(series.fromMillis()).isEqualTo(series.toMillis());
        assertThat(series.mean()[0][42]).isEqualTo(42);
        assertThat(series.count()[0]).containsOnly(1);
    }

    @Test
    void manySamplesAreGatheredInBucketsOfEqualDuration() {
        HistorySeries series = ramp(1_000, 10).series();
        assertThat(series.points()).isEqualTo(10);
        assertThat(series.count()[0]).containsOnly(100);
        assertThat(series.min()[0]).startsWith(0, 100).endsWith(900);
        assertThat(series.max()[0]).startsWith(99, 199).endsWith(999);
        // mean of 0 to 99 is 49.5, rounded half up
        assertThat(series.mean()[0]).startsWith(50, 150).endsWith(950);
        assertThat(series.fromMillis()).startsWith(0, 1_000);
        assertThat(series.toMillis()).startsWith(990, 1_990);
    }

    @Test
    void roundsNegativeMeansLikePositiveOnes() {
        SeriesSummary summary = new SeriesSummary(1, 0, 10, 1);
        summary.add(0, new int[] {-3}, USABLE);
        summary.add(10, new int[] {-4}, USABLE);
        assertThat(summary.series().mean()[0]).containsExactly(-3);
        assertThat(summary.series().min()[0]).containsExactly(-4);
        assertThat(summary.series().max()[0]).containsExactly(-3);
    }

    @Test
    void whatIsNotUsableDoesNotCountButLeavesAPoint() {
        SeriesSummary summary = new SeriesSummary(2, 0, 10, 5);
        summary.add(0, new int[] {7, 8}, new boolean[] {true, false});
        summary.add(10, new int[] {9, 9}, new boolean[] {false, false});
        HistorySeries series = summary.series();
        assertThat(series.points()).isEqualTo(2);
        assertThat(series.count()[0]).containsExactly(1, 0);
        assertThat(series.count()[1]).containsExactly(0, 0);
    }

    @Test
    void theOrderOfSamplesDoesNotMatter() {
        long seed = Long.getLong("seed", 20_260_901L);
        Random random = new Random(seed);
        int samples = 500;
        int[] order = random.ints(0, samples).distinct().limit(samples).toArray();
        SeriesSummary shuffled = new SeriesSummary(1, 0, (samples - 1) * 10L, 30);
        for (int i : order) {
            shuffled.add(i * 10L, new int[] {i}, USABLE);
        }
        assertThat(shuffled.series())
                .as("seed %d", seed)
                .usingRecursiveComparison()
                .isEqualTo(ramp(samples, 30).series());
    }

    @Test
    void joinsTwoSeriesByTheirCounts() {
        HistorySeries joined = SeriesSummary.joined(ramp(100, 10).series(), later(), 1);
        assertThat(joined.points()).isEqualTo(1);
        assertThat(joined.count()[0]).containsExactly(101);
        assertThat(joined.max()[0]).containsExactly(5_000);
        // ten points of mean 5, 15, ... 95 with 10 samples each, and one of 5000: 10000 / 101
        assertThat(joined.mean()[0]).containsExactly(99);
    }

    @Test
    void joiningKeepsPointsWhenThereIsRoom() {
        HistorySeries joined = SeriesSummary.joined(ramp(10, 10).series(), later(), 11);
        assertThat(joined.points()).isEqualTo(11);
        assertThat(joined.fromMillis()).isSorted();
    }

    private static HistorySeries later() {
        SeriesSummary later = new SeriesSummary(1, 2_000, 2_000, 1);
        later.add(2_000, new int[] {5_000}, USABLE);
        return later.series();
    }
}
