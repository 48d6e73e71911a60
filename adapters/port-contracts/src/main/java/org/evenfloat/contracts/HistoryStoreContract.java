// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HistoryStore} does. */
public abstract class HistoryStoreContract {

    private static final int VOLTAGE = MeasurementKind.VOLTAGE.ordinal();

    /** Rows: blocks a, b, c; sensors amps and air. */
    protected final LineRoster roster = roster("L1", "a", "b", "c");

    /** The store under test. */
    protected HistoryStore store;

    /** Opens the store; after {@link #closeStore} on what was written before. */
    protected abstract HistoryStore openStore() throws HistoryFailure;

    @BeforeEach
    void openFirst() throws HistoryFailure {
        store = openStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Returns a roster of a line with these blocks and two sensors. */
    protected static LineRoster roster(String line, String... blockIds) {
        List<Block> blocks = new ArrayList<>();
        for (String id : blockIds) {
            blocks.add(new Block(id, blocks.size() + 1, new ModuleAddress(line, blocks.size() + 1)));
        }
        return LineRoster.of(
                line, blocks, blocks.stream().map(block -> ModuleType.C20).toList(),
                List.of(
                        new Sensor("amps", Sensor.Kind.CURRENT, new ModuleAddress(line, 901)),
                        new Sensor("air", Sensor.Kind.TEMPERATURE, new ModuleAddress(line, 902))));
    }

    /** Returns a sweep with a GOOD voltage of {@code millivolts} plus the row in each row. */
    protected static SweepImage voltages(LineRoster roster, long atMillis, int millivolts) {
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(atMillis, atMillis);
        for (int row = 0; row < roster.moduleCount(); row++) {
            fill.set(MeasurementKind.VOLTAGE, row, millivolts + row, Quality.GOOD);
        }
        return fill.freeze();
    }

    /** Appends that sweep with all states 0. */
    protected void append(LineRoster of, SweepImage image) throws HistoryFailure {
        store.appendSweep(of, image, new byte[of.moduleCount()]);
    }

    private static Event event(long atMillis, String text) {
        return new Event(atMillis, EventKind.STRING_STATE, "S1", text);
    }

    @Test
    void returnsEveryKindOfEveryBlockAsItWasWritten() throws HistoryFailure {
        int[] extremes = {0, 1, -1, 13_500, -40_00, 65_535, -65_536, Integer.MAX_VALUE, Integer.MIN_VALUE};
        SweepImage[] images = new SweepImage[extremes.length];
        for (int i = 0; i < extremes.length; i++) {
            SweepFill fill = SweepFill.first(roster);
            fill.sampledAt(1_000L * i, 0);
            for (MeasurementKind kind : MeasurementKind.values()) {
                for (int row = 0; row < roster.moduleCount(); row++) {
                    int value = extremes[(i + row + kind.ordinal()) % extremes.length];
                    fill.set(kind, row, value, Quality.of((byte) ((i + row) % 4)));
                }
            }
            images[i] = fill.freeze();
            append(roster, images[i]);
        }
        for (int row = 0; row < roster.moduleCount(); row++) {
            HistorySeries series = store.block(roster.blockId(row), 0, 1_000_000, 100);
            assertThat(series.points()).isEqualTo(extremes.length);
            for (MeasurementKind kind : MeasurementKind.values()) {
                for (int i = 0; i < extremes.length; i++) {
                    boolean measured = images[i].quality(kind, row).code() <= Quality.SUSPECT.code();
                    assertThat(series.count()[kind.ordinal()][i]).isEqualTo(measured ? 1 : 0);
                    if (measured) {
                        int value = images[i].value(kind, row);
                        assertThat(series.min()[kind.ordinal()][i]).isEqualTo(value);
                        assertThat(series.mean()[kind.ordinal()][i]).isEqualTo(value);
                        assertThat(series.max()[kind.ordinal()][i]).isEqualTo(value);
                    }
                }
            }
        }
    }

    @Test
    void returnsSensorsInOneColumn() throws HistoryFailure {
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(500, 0);
        fill.setSensor(0, -120_000, Quality.GOOD);
        fill.setSensor(1, -1_050, Quality.SUSPECT);
        append(roster, fill.freeze());

        HistorySeries amps = store.sensor("amps", 0, 1_000, 10);
        assertThat(amps.mean()).isEqualTo(new int[][] {{-120_000}});
        assertThat(amps.count()).isEqualTo(new int[][] {{1}});
        assertThat(store.sensor("air", 0, 1_000, 10).mean()).isEqualTo(new int[][] {{-1_050}});
        assertThat(store.sensor("a", 0, 1_000, 10).points()).isZero();
        assertThat(store.block("amps", 0, 1_000, 10).points()).isZero();
    }

    @Test
    void includesBothEndsOfTheTimeAskedFor() throws HistoryFailure {
        for (long atMillis = 10; atMillis <= 50; atMillis += 10) {
            append(roster, voltages(roster, atMillis, 13_500));
        }
        assertThat(store.block("a", 20, 40, 10).fromMillis()).containsExactly(20, 30, 40);
        assertThat(store.block("a", 21, 39, 10).fromMillis()).containsExactly(30);
        assertThat(store.block("a", 51, 60, 10).points()).isZero();
    }

    @Test
    void returnsPointsInOrderOfTimeAlthoughTheClockWasSetBack() throws HistoryFailure {
        append(roster, voltages(roster, 300, 3));
        append(roster, voltages(roster, 100, 1));
        append(roster, voltages(roster, 200, 2));
        HistorySeries series = store.block("a", 0, 1_000, 10);
        assertThat(series.fromMillis()).containsExactly(100, 200, 300);
        assertThat(series.mean()[VOLTAGE]).containsExactly(1, 2, 3);
    }

    @Test
    void summarisesManySamplesToFewPoints() throws HistoryFailure {
        long seed = Long.getLong("seed", 99L);
        Random random = new Random(seed);
        int samples = 700;
        long sum = 0;
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < samples; i++) {
            int millivolts = 13_500 + (int) (random.nextGaussian() * 20);
            append(roster, voltages(roster, i * 1_000L, millivolts));
            sum += millivolts;
            lowest = Math.min(lowest, millivolts);
            highest = Math.max(highest, millivolts);
        }
        HistorySeries series = store.block("a", 0, samples * 1_000L, 10);
        assertThat(series.points()).as("seed %d", seed).isEqualTo(10);
        assertThat(series.fromMillis()).isSorted();
        assertThat(Arrays.stream(series.count()[VOLTAGE]).sum()).isEqualTo(samples);
        assertThat(series.count()[VOLTAGE]).containsOnly(samples / 10);
        assertThat(Arrays.stream(series.min()[VOLTAGE]).min()).as("seed %d", seed).hasValue(lowest);
        assertThat(Arrays.stream(series.max()[VOLTAGE]).max()).as("seed %d", seed).hasValue(highest);
        assertThat(Arrays.stream(series.mean()[VOLTAGE]).average().orElseThrow())
                .as("seed %d", seed)
                .isBetween(sum / (double) samples - 0.6, sum / (double) samples + 0.6);
        assertThat(store.block("a", 0, samples * 1_000L, samples).count()[VOLTAGE]).hasSize(samples).containsOnly(1);
    }

    @Test
    void staysRightWhenBlocksMoveToOtherRowsAndLines() throws HistoryFailure {
        LineRoster later = roster("L1", "new", "c", "a");
        LineRoster elsewhere = roster("L2", "b");
        append(roster, voltages(roster, 100, 1_000));
        append(later, voltages(later, 200, 2_000));
        append(elsewhere, voltages(elsewhere, 300, 3_000));
        append(roster, voltages(roster, 400, 4_000));
        assertThat(store.block("a", 0, 500, 10).mean()[VOLTAGE]).containsExactly(1_000, 2_002, 4_000);
        assertThat(store.block("b", 0, 500, 10).mean()[VOLTAGE]).containsExactly(1_001, 3_000, 4_001);
        assertThat(store.block("c", 0, 500, 10).mean()[VOLTAGE]).containsExactly(1_002, 2_001, 4_002);
        assertThat(store.block("new", 0, 500, 10).mean()[VOLTAGE]).containsExactly(2_000);
    }

    @Test
    void knowsNothingOfAnUnknownBlockOrSensor() throws HistoryFailure {
        append(roster, voltages(roster, 100, 1));
        HistorySeries series = store.block("nobody", 0, 1_000, 10);
        assertThat(series.points()).isZero();
        assertThat(series.count()).hasDimensions(MeasurementKind.count(), 0);
        assertThat(store.sensor("nobody", 0, 1_000, 10).count()).hasDimensions(1, 0);
    }

    /** Returns a question about the voltages of blocks, and about sensors. */
    private static RangeQuestion ranges(
            List<String> blocks, List<String> sensors, long fromMillis, long toMillis, int points) {
        return new RangeQuestion(blocks, MeasurementKind.VOLTAGE, sensors, fromMillis, toMillis, points);
    }

    @Test
    void rangesOfManyBlocksSayTheSameAsEachBlockByItself() throws HistoryFailure {
        SeededCases.Draw draw = SeededCases.one();
        List<String> blocks = List.of("c", "a", "b");
        LineRoster later = roster("L1", "new", "b", "a", "c");
        for (int i = 0; i < 150; i++) {
            LineRoster of = i < 70 ? roster : later;
            append(of, drawn(of, 1_000L * i, draw));
        }
        for (int points : new int[] {1, 7, 149, 150, 1_000}) {
            for (MeasurementKind kind : MeasurementKind.values()) {
                HistoryRanges ranges = store.ranges(
                        new RangeQuestion(blocks, kind, List.of("air", "amps"), 2_000, 140_500, points));
                String what = "seed " + draw.seed() + ", " + kind + " in " + points + " points: ";
                for (int block = 0; block < blocks.size(); block++) {
                    HistorySeries alone = store.block(blocks.get(block), 2_000, 140_500, points);
                    assertSame(what + blocks.get(block), ranges, block, alone, kind.ordinal());
                }
                assertSame(what + "air", ranges, 3, store.sensor("air", 2_000, 140_500, points), 0);
                assertSame(what + "amps", ranges, 4, store.sensor("amps", 2_000, 140_500, points), 0);
            }
        }
    }

    private static SweepImage drawn(LineRoster of, long atMillis, SeededCases.Draw draw) {
        SweepFill fill = SweepFill.first(of);
        fill.sampledAt(atMillis, atMillis);
        for (int row = 0; row < of.moduleCount(); row++) {
            for (MeasurementKind kind : MeasurementKind.values()) {
                fill.set(kind, row, draw.between(-20, 20), Quality.of((byte) draw.between(0, 3)));
            }
        }
        fill.setSensor(0, draw.bits(), Quality.of((byte) draw.between(0, 3)));
        fill.setSensor(1, draw.between(1_900, 2_500), Quality.of((byte) draw.between(0, 3)));
        return fill.freeze();
    }

    private static void assertSame(String what, HistoryRanges ranges, int column, HistorySeries alone, int kind) {
        assertThat(ranges.fromMillis()).as(what).isEqualTo(alone.fromMillis());
        assertThat(ranges.toMillis()).as(what).isEqualTo(alone.toMillis());
        for (int point = 0; point < alone.points(); point++) {
            boolean measured = alone.count()[kind][point] > 0;
            assertThat(ranges.measured(point, column)).as(what).isEqualTo(measured);
            if (measured) {
                assertThat(ranges.min()[point][column]).as(what).isEqualTo(alone.min()[kind][point]);
                assertThat(ranges.max()[point][column]).as(what).isEqualTo(alone.max()[kind][point]);
            }
        }
    }

    @Test
    void rangesPutNeighbouringSweepsOfSeveralLinesIntoOnePoint() throws HistoryFailure {
        LineRoster other = roster("L2", "x");
        for (int i = 1; i <= 3; i++) {
            append(roster, voltages(roster, 1_000L * i, 100 * i));
            append(other, voltages(other, 1_000L * i + 400, 1_000 * i));
        }
        HistoryRanges ranges = store.ranges(ranges(List.of("a", "x"), List.of(), 0, 10_000, 100));
        assertThat(ranges.fromMillis()).containsExactly(1_000, 2_000, 3_000);
        assertThat(ranges.toMillis()).containsExactly(1_400, 2_400, 3_400);
        assertThat(ranges.min()).isEqualTo(new int[][] {{100, 1_000}, {200, 2_000}, {300, 3_000}});
        assertThat(ranges.max()).isEqualTo(ranges.min());

        HistoryRanges few = store.ranges(ranges(List.of("a", "x"), List.of(), 0, 10_000, 2));
        assertThat(few.min()).isEqualTo(new int[][] {{100, 1_000}});
        assertThat(few.max()).isEqualTo(new int[][] {{300, 3_000}});
    }

    @Test
    void rangesStayRightWhenBlocksMoveToAnotherLine() throws HistoryFailure {
        LineRoster elsewhere = roster("L2", "z", "b");
        append(roster, voltages(roster, 100, 1_000));
        append(roster, voltages(roster, 200, 2_000));
        append(elsewhere, voltages(elsewhere, 5_000, 3_000));
        append(elsewhere, voltages(elsewhere, 6_000, 4_000));
        HistoryRanges ranges = store.ranges(ranges(List.of("b"), List.of(), 0, 10_000, 100));
        assertThat(ranges.min()[0]).containsExactly(1_001);
        assertThat(ranges.max()[ranges.points() - 1]).containsExactly(4_001);
        assertThat(store.ranges(ranges(List.of("b"), List.of(), 150, 5_500, 100)).fromMillis()[0]).isEqualTo(200);
    }

    @Test
    void rangesOfTheUnknownHoldNothing() throws HistoryFailure {
        append(roster, voltages(roster, 100, 1));
        HistoryRanges ranges = store.ranges(ranges(List.of("nobody", "a"), List.of("nobody"), 0, 1_000, 10));
        assertThat(ranges.points()).isEqualTo(1);
        assertThat(ranges.measured(0, 0)).isFalse();
        assertThat(ranges.measured(0, 1)).isTrue();
        assertThat(ranges.measured(0, 2)).isFalse();
        assertThat(store.ranges(ranges(List.of("nobody"), List.of("nobody"), 0, 1_000, 10)).points()).isZero();
        assertThat(store.ranges(ranges(List.of("a"), List.of("air"), 101, 1_000, 10)).points()).isZero();
    }

    @Test
    void keepsEverythingOverARestart() throws HistoryFailure {
        append(roster, voltages(roster, 100, 1));
        store.appendEvents(List.of(event(100, "before")));
        store.close();
        store = openStore();
        append(roster, voltages(roster, 200, 2));
        store.appendEvents(List.of(event(200, "after")));
        assertThat(store.block("a", 0, 500, 10).mean()[VOLTAGE]).containsExactly(1, 2);
        assertThat(store.events(0, 500, 10)).extracting(Event::text).containsExactly("after", "before");
    }

    @Test
    void returnsEventsNewestFirst() throws HistoryFailure {
        Event fault = new Event(200, EventKind.INTERNAL_FAULT, "", "Ärger: \u00b5\u03a9 \ud83d\udd0b");
        store.appendEvents(List.of(event(100, "one"), fault, event(200, "three")));
        store.appendEvents(List.of(event(150, "late")));
        assertThat(store.events(0, 1_000, 10))
                .containsExactly(event(200, "three"), fault, event(150, "late"), event(100, "one"));
        assertThat(store.events(0, 1_000, 2)).containsExactly(event(200, "three"), fault);
        assertThat(store.events(100, 150, 10)).containsExactly(event(150, "late"), event(100, "one"));
        assertThat(store.events(201, 300, 10)).isEmpty();
    }

    @Test
    void refusesBadQuestionsWithAllProblems() {
        assertThatThrownBy(() -> store.block("a", 5, 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toMillis: 4")
                .hasMessageContaining("points: 0");
        assertThatThrownBy(() -> store.sensor("amps", 0, 1, 10_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("points: 10001");
        assertThatThrownBy(() -> store.events(0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit: 0");
    }

    @Test
    void refusesASweepThatDoesNotFitItsRoster() {
        SweepImage other = voltages(roster("L2", "x"), 100, 1);
        assertThatThrownBy(() -> store.appendSweep(roster, other, new byte[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("image: of line L2")
                .hasMessageContaining("image: 1 modules")
                .hasMessageContaining("states: 2");
    }

    @Test
    void failsAfterItWasClosed() {
        store.close();
        assertThatThrownBy(() -> append(roster, voltages(roster, 100, 1))).isInstanceOf(HistoryFailure.class);
        assertThatThrownBy(() -> store.events(0, 1, 1)).isInstanceOf(HistoryFailure.class);
        assertThatThrownBy(() -> store.ranges(ranges(List.of("a"), List.of(), 0, 1, 1))).isInstanceOf(HistoryFailure.class);
    }
}
