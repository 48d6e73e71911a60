// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;

class MemoryRingTest {

    private final LineRoster roster = TestLine.site(1, 3).roster("L1");

    private static HistorySeries all(MemoryRing ring, String block) {
        return ring.recent(block).orElseThrow().series(Long.MIN_VALUE, Long.MAX_VALUE, 10_000);
    }

    @Test
    void returnsEachValueWithItsQuality() {
        MemoryRing ring = new MemoryRing(List.of(roster), 10_000, 1_000);
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(50, 0);
        fill.set(MeasurementKind.VOLTAGE, 1, 13_512, Quality.GOOD);
        fill.set(MeasurementKind.TEMPERATURE, 1, -1_250, Quality.SUSPECT);
        fill.set(MeasurementKind.RESISTANCE, 1, 2_000_000_000, Quality.GOOD);
        fill.set(MeasurementKind.DUTY, 1, 12, Quality.STALE);
        ring.add(fill.freeze());

        HistorySeries series = all(ring, "S1-2");
        assertThat(series.fromMillis()).containsExactly(50);
        assertThat(series.count()).isEqualTo(new int[][] {{1}, {1}, {1}, {0}});
        assertThat(series.mean()[MeasurementKind.VOLTAGE.ordinal()]).containsExactly(13_512);
        assertThat(series.mean()[MeasurementKind.TEMPERATURE.ordinal()]).containsExactly(-1_250);
        assertThat(series.mean()[MeasurementKind.RESISTANCE.ordinal()]).containsExactly(2_000_000_000);
        assertThat(all(ring, "S1-1").count()).isEqualTo(new int[][] {{0}, {0}, {0}, {0}});
    }

    @Test
    void packsAnyIntsWithoutLoss() {
        long seed = Long.getLong("seed", 4_711L);
        Random random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            int bits = 1 + random.nextInt(32);
            int[] values = random.ints(random.nextInt(20)).map(value -> value >> (32 - bits)).toArray();
            int shift = random.nextInt();
            for (int row = 0; row < values.length; row++) {
                values[row] += shift;
            }
            PackedColumn packed = PackedColumn.of(values, run % 2 == 0 ? null : PackedColumn.of(values, null));
            for (int row = 0; row < values.length; row++) {
                assertThat(packed.value(row)).as("seed %d run %d row %d", seed, run, row).isEqualTo(values[row]);
            }
        }
    }

    @Test
    void sharesAColumnThatDidNotChange() {
        PackedColumn column = PackedColumn.of(new int[] {5, 6}, null);
        assertThat(PackedColumn.of(new int[] {5, 6}, column)).isSameAs(column);
        assertThat(PackedColumn.of(new int[] {5, 7}, column)).isNotSameAs(column);
    }

    @Test
    void forgetsWhatIsOlderThanItsMemoryByTheMonotonicClock() {
        MemoryRing ring = new MemoryRing(List.of(roster), 10_000, 100);
        ring.add(TestLine.image(roster, 900_000, 0, 1));
        ring.add(TestLine.image(roster, 1, 1, 2));
        ring.add(TestLine.image(roster, 5_000, 10_001, 3));
        assertThat(all(ring, "S1-1").mean()[0]).containsExactly(2, 3);
    }

    @Test
    void isBoundedByCount() {
        MemoryRing ring = new MemoryRing(List.of(roster), 10_000, 1_000);
        for (int i = 0; i < 50; i++) {
            ring.add(TestLine.image(roster, i, i, i));
        }
        assertThat(all(ring, "S1-1").mean()[0]).hasSize(11).startsWith(39).endsWith(49);
    }

    @Test
    void knowsNothingOfOtherBlocks() {
        MemoryRing ring = new MemoryRing(List.of(roster), 10_000, 1_000);
        ring.add(TestLine.image(roster, 1, 1, 1));
        assertThat(ring.recent("S9-1")).isEmpty();
    }

    @Test
    void answersInOrderOfTheWallClockAfterItWasSetBack() {
        MemoryRing ring = new MemoryRing(List.of(roster), 10_000, 1_000);
        ring.add(TestLine.image(roster, 1_000, 1, 10));
        ring.add(TestLine.image(roster, 2_000, 2, 20));
        ring.add(TestLine.image(roster, 1_500, 3, 15));
        assertThat(all(ring, "S1-1").mean()[0]).containsExactly(10, 15, 20);
    }

    @Test
    void readersSeeWholeImagesWhileTheWriterGoesOn() throws Exception {
        MemoryRing ring = new MemoryRing(List.of(roster), 1_000_000, 20_000);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService readers = Executors.newSingleThreadExecutor();
        try {
            ring.add(TestLine.image(roster, 0, 0, 0));
            Future<Integer> reads = readers.submit(() -> {
                int count = 0;
                do {
                    HistorySeries series = all(ring, "S1-3");
                    for (int i = 0; i < series.points(); i++) {
                        assertThat(series.mean()[0][i]).isEqualTo((int) series.fromMillis()[i] + 2);
                    }
                    assertThat(series.fromMillis()).isSorted();
                    count++;
                } while (!stop.get());
                return count;
            });
            for (int i = 1; i < 20_000; i++) {
                ring.add(TestLine.image(roster, i, i, i));
            }
            stop.set(true);
            assertThat(reads.get(30, TimeUnit.SECONDS)).isPositive();
        } finally {
            stop.set(true);
            readers.shutdownNow();
        }
    }

    /** 600 modules, two hours at 10 s, voltages and temperatures with noise: at most 20 MB. */
    @Test
    void twoHoursOfSixHundredModulesStayBelowTwentyMegabytes() {
        LineRoster large = TestLine.site(1, 600).roster("L1");
        MemoryRing ring = new MemoryRing(List.of(large), MemoryRing.MEMORY_MILLIS, 10_000);
        Random random = new Random(1);
        for (int i = 0; i < 900; i++) {
            ring.add(noisy(large, i, random));
        }
        assertThat(all(ring, "S1-600").points()).isEqualTo(721);
        assertThat(Weight.of(ring) / 1e6).isBetween(2.0, 20.0);
    }

    private static SweepImage noisy(LineRoster roster, int number, Random random) {
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(number * 10_000L, number * 10_000L);
        for (int row = 0; row < roster.moduleCount(); row++) {
            fill.set(MeasurementKind.VOLTAGE, row, 13_500 + (int) (random.nextGaussian() * 2), Quality.GOOD);
            fill.set(MeasurementKind.TEMPERATURE, row, 2_500 + (int) (random.nextGaussian() * 5), Quality.GOOD);
            fill.set(MeasurementKind.RESISTANCE, row, 5_000 + row, Quality.STALE);
            fill.set(MeasurementKind.DUTY, row, random.nextInt(1_000), Quality.GOOD);
        }
        return fill.freeze();
    }
}
