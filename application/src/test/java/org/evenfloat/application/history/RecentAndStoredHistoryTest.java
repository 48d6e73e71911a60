// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ring holds 100 to 200 at every 1; the store 0 to 200 at every 10. */
class RecentAndStoredHistoryTest {

    private final LineRoster roster = TestLine.site(1, 2).roster("L1");
    private final MemoryRing ring = new MemoryRing(List.of(roster), 100, 1);
    private final MemoryStore store = new MemoryStore();
    private final RecentAndStoredHistory history = new RecentAndStoredHistory(ring, store);

    @BeforeEach
    void fill() throws HistoryFailure {
        for (int i = 0; i <= 200; i++) {
            SweepImage image = TestLine.image(roster, i, i, 13_000 + i);
            ring.add(image);
            if (i % 10 == 0) {
                store.appendSweep(roster, image, TestLine.states(roster, StringState.FLOAT));
            }
        }
    }

    @Test
    void takesOldSamplesFromTheStoreAndNewOnesFromMemoryWithoutDoubles() throws HistoryFailure {
        HistorySeries series = history.block("S1-1", 0, 500, 1_000);
        assertThat(series.points()).isEqualTo(10 + 101);
        assertThat(series.fromMillis()).doesNotHaveDuplicates().isSorted().startsWith(0, 10).endsWith(199, 200);
        assertThat(series.mean()[0]).startsWith(13_000, 13_010).endsWith(13_200);
    }

    @Test
    void keepsToTheNumberOfPoints() throws HistoryFailure {
        HistorySeries series = history.block("S1-1", 0, 500, 7);
        assertThat(series.points()).isLessThanOrEqualTo(7);
        assertThat(series.count()[0]).satisfies(counts -> {
            int sum = 0;
            for (int count : counts) {
                sum += count;
            }
            assertThat(sum).isEqualTo(111);
        });
    }

    @Test
    void doesNotNeedTheStoreForWhatItRemembers() throws HistoryFailure {
        store.broken = true;
        assertThat(history.block("S1-2", 150, 160, 100).points()).isEqualTo(11);
        assertThat(store.refused).isZero();
    }

    @Test
    void failsWhenTheStoreFailsAndIsNeeded() {
        store.broken = true;
        assertThatThrownBy(() -> history.block("S1-2", 50, 160, 100))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("disk is full");
    }

    @Test
    void asksOnlyTheStoreForLongAgo() throws HistoryFailure {
        assertThat(history.block("S1-1", 20, 50, 100).fromMillis()).containsExactly(20, 30, 40, 50);
    }

    private static RangeQuestion ranges(long fromMillis, long toMillis, int points) {
        return new RangeQuestion(
                List.of("S1-2", "S1-1"), MeasurementKind.VOLTAGE, List.of(), fromMillis, toMillis, points);
    }

    @Test
    void rangesComeFromBothWithoutDoubles() throws HistoryFailure {
        for (int points : new int[] {1, 7, 110, 111, 1_000}) {
            HistoryRanges ranges = history.ranges(ranges(0, 500, points));
            for (int column = 0; column < 2; column++) {
                HistorySeries alone = history.block(column == 0 ? "S1-2" : "S1-1", 0, 500, points);
                assertThat(ranges.fromMillis()).isEqualTo(alone.fromMillis());
                assertThat(ranges.toMillis()).isEqualTo(alone.toMillis());
                for (int point = 0; point < alone.points(); point++) {
                    assertThat(ranges.min()[point][column]).isEqualTo(alone.min()[0][point]);
                    assertThat(ranges.max()[point][column]).isEqualTo(alone.max()[0][point]);
                }
            }
        }
    }

    @Test
    void rangesNeedTheStoreOnlyForWhatWasBefore() throws HistoryFailure {
        assertThat(history.ranges(ranges(20, 50, 100)).fromMillis()).containsExactly(20, 30, 40, 50);
        store.broken = true;
        assertThat(history.ranges(ranges(150, 160, 100)).points()).isEqualTo(11);
        assertThat(store.refused).isZero();
        assertThatThrownBy(() -> history.ranges(ranges(50, 160, 100))).isInstanceOf(HistoryFailure.class);
    }

    @Test
    void refusesABadQuestionWithAllProblems() {
        assertThatThrownBy(() -> history.block("S1-1", 5, 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("toMillis: 4 - not before fromMillis, 5; points: 0 - 1 to 10000");
        assertThatThrownBy(() -> history.events(0, 1, 10_001)).hasMessage("limit: 10001 - 1 to 10000");
    }
}
