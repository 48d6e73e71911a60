// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

/** Many blocks and sensors out of the ring at once. */
class RecentRangesTest {

    private static final List<String> AMPS = List.of("amps");

    private static RangeQuestion of(List<String> blocks, List<String> sensors, int points) {
        return new RangeQuestion(blocks, MeasurementKind.VOLTAGE, sensors, 0, 1_000_000, points);
    }

    private static List<String> ids(int blocks) {
        return IntStream.rangeClosed(1, blocks).mapToObj(number -> "S1-" + number).toList();
    }

    private static void add(MemoryRing ring, LineRoster roster, int at, Random random, Quality... qualities) {
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(at, at);
        for (int row = 0; row < roster.moduleCount(); row++) {
            Quality quality = qualities[random.nextInt(qualities.length)];
            fill.set(MeasurementKind.VOLTAGE, row, 13_600 + (int) (random.nextGaussian() * 3), quality);
        }
        for (int row = 0; row < roster.sensorCount(); row++) {
            fill.setSensor(row, at, qualities[random.nextInt(qualities.length)]);
        }
        ring.add(fill.freeze());
    }

    @Test
    void sayTheSameAsEachBlockByItself() {
        long seed = Long.getLong("seed", 815L);
        Random random = new Random(seed);
        LineRoster roster = TestLine.site(1, 5).roster("L1");
        MemoryRing ring = new MemoryRing(List.of(roster), 1_000, 1);
        for (int at = 0; at < 300; at++) {
            add(ring, roster, at, random, Quality.values());
        }
        List<String> blocks = List.of("S1-4", "S1-1", "S9-9");
        for (int points : new int[] {1, 40, 299, 300, 2_000}) {
            HistoryRanges ranges = ring.recent(of(blocks, AMPS, points)).orElseThrow().from(10);
            for (int column = 0; column < 2; column++) {
                HistorySeries alone = ring.recent(blocks.get(column)).orElseThrow().series(10, 1_000_000, points);
                assertThat(ranges.fromMillis()).isEqualTo(alone.fromMillis());
                for (int point = 0; point < alone.points(); point++) {
                    boolean measured = alone.count()[0][point] > 0;
                    assertThat(ranges.measured(point, column)).as("seed %d", seed).isEqualTo(measured);
                    if (measured) {
                        assertThat(ranges.min()[point][column]).as("seed %d", seed).isEqualTo(alone.min()[0][point]);
                        assertThat(ranges.max()[point][column]).as("seed %d", seed).isEqualTo(alone.max()[0][point]);
                    }
                }
            }
            assertThat(ranges.measured(0, 2)).as("a block that is not of the site").isFalse();
        }
    }

    @Test
    void holdSensorsAfterTheBlocks() {
        LineRoster roster = TestLine.site(1, 2).roster("L1");
        MemoryRing ring = new MemoryRing(List.of(roster), 1_000, 1);
        add(ring, roster, 5, new Random(1), Quality.GOOD);
        add(ring, roster, 6, new Random(1), Quality.SUSPECT);
        add(ring, roster, 7, new Random(1), Quality.STALE);
        HistoryRanges ranges = ring.recent(of(ids(2), AMPS, 100)).orElseThrow().from(0);
        assertThat(ranges.points()).isEqualTo(3);
        assertThat(ranges.max()[0][2]).isEqualTo(5);
        assertThat(ranges.max()[1][2]).isEqualTo(6);
        assertThat(ranges.measured(2, 2)).isFalse();
        assertThat(ranges.measured(2, 0)).isFalse();
    }

    @Test
    void beginWhereAllLinesAreInMemory() {
        Site site = TestLine.site(2, 1);
        LineRoster first = site.roster("L1");
        LineRoster second = site.roster("L2");
        MemoryRing ring = new MemoryRing(List.of(first, second), 1_000, 1);
        List<String> both = List.of("S1-1", "S2-1");
        assertThat(ring.recent(of(both, List.of(), 10))).isEmpty();
        add(ring, first, 10, new Random(1), Quality.GOOD);
        assertThat(ring.recent(of(both, List.of(), 10)).orElseThrow().startMillis()).isEqualTo(10);
        add(ring, second, 17, new Random(1), Quality.GOOD);
        add(ring, first, 20, new Random(1), Quality.GOOD);
        add(ring, second, 27, new Random(1), Quality.GOOD);
        RecentRanges recent = ring.recent(of(both, List.of(), 10)).orElseThrow();
        assertThat(recent.startMillis()).isEqualTo(17);
        assertThat(recent.from(10).fromMillis()).containsExactly(10, 20);
        assertThat(recent.from(10).toMillis()).containsExactly(17, 27);
    }

    @Test
    void aBadQuestionIsRefusedWithAllProblems() {
        assertThatThrownBy(() -> new RangeQuestion(List.of(), MeasurementKind.DUTY, List.of(), 5, 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blocks: none - one or more; toMillis: 4 - not before fromMillis, 5; points: 0 - 1 to 2000");
        assertThatThrownBy(() -> of(Collections.nCopies(600, "a"), List.of(), 1_667))
                .hasMessage("points: 1667 - at most 1666 for 600 blocks");
        assertThat(of(Collections.nCopies(600, "a"), List.of(), 1_666).points()).isEqualTo(1_666);
    }

    /** One hour of 600 blocks at one sweep a second, 300 points; measured 46 ms at first, 14 ms when warm. */
    @Test
    void anHourOfSixHundredBlocksTakesFarLessThanASecond() {
        LineRoster roster = TestLine.site(1, 600).roster("L1");
        MemoryRing ring = new MemoryRing(List.of(roster), 10_000, 1);
        Random random = new Random(1);
        for (int at = 0; at < 3_600; at++) {
            add(ring, roster, at, random, Quality.GOOD);
        }
        RangeQuestion question = of(ids(600), AMPS, 300);
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 6; run++) {
            long start = System.nanoTime();
            HistoryRanges ranges = ring.recent(question).orElseThrow().from(0);
            best = Math.min(best, System.nanoTime() - start);
            assertThat(ranges.points()).isEqualTo(300);
        }
        assertThat(best / 1_000_000).isLessThan(1_000);
    }
}
