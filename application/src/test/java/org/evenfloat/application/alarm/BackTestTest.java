// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.alarm.BackTest.Answer;
import org.evenfloat.application.alarm.BackTest.Question;
import org.evenfloat.application.alarm.BackTest.Raise;
import org.evenfloat.application.event.StateSentence;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

class BackTestTest {

    private static final long START = 1_000_000_000_000L;
    private static final int MINUTE = 60_000;
    private static final int NONE = Integer.MIN_VALUE;

    /** A value of each block at an instant. */
    private record Sample(long fromMillis, long toMillis, int[] min, int[] max) {}

    /** A history of a string that a test writes down. */
    private static final class Written implements ReadHistory {

        final List<Sample> samples = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        final List<RangeQuestion> asked = new ArrayList<>();

        void at(int minute, int... values) {
            long at = START + (long) minute * MINUTE;
            samples.add(new Sample(at, at, values, values));
        }

        void state(int minute, StringState before, StringState after) {
            events.add(new Event(START + (long) minute * MINUTE, EventKind.STRING_STATE, "S1",
                    StateSentence.begin("S1", before, after) + " mean block voltage 13.5 V."));
        }

        @Override
        public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) {
            throw new AssertionError("not needed");
        }

        @Override
        public HistoryRanges ranges(RangeQuestion question) {
            asked.add(question);
            List<Sample> in = samples.stream().filter(sample -> sample.fromMillis() >= question.fromMillis()
                    && sample.fromMillis() <= question.toMillis()).toList();
            int[][] min = in.stream().map(sample -> column(question, sample.min(), 1)).toArray(int[][]::new);
            int[][] max = in.stream().map(sample -> column(question, sample.max(), 0)).toArray(int[][]::new);
            return new HistoryRanges(in.stream().mapToLong(Sample::fromMillis).toArray(),
                    in.stream().mapToLong(Sample::toMillis).toArray(), min, max);
        }

        private static int[] column(RangeQuestion question, int[] all, int missing) {
            return question.blocks().stream().mapToInt(id -> all[Integer.parseInt(id.substring(3)) - 1])
                    .map(value -> value == NONE ? missing : value).toArray();
        }

        @Override
        public List<Event> events(long fromMillis, long toMillis, int limit) {
            return events.stream().filter(event -> event.atMillis() <= toMillis)
                    .sorted(Comparator.comparingLong(Event::atMillis).reversed()).limit(limit).toList();
        }
    }

    private final Site site = TestSite.oneString(3);
    private final BatteryString string = site.string("S1").orElseThrow();
    private final Written history = new Written();
    private final BackTest backTest = new BackTest(history, new AlarmLimits(site));

    private static AlarmOverride limit(AlarmDefinition row, String text) {
        return LimitPart.LIMIT.with(row, AlarmOverride.NONE, text);
    }

    private Answer test(String row, Optional<String> block, String limit) throws HistoryFailure {
        AlarmDefinition definition = AlarmTable.find(row).orElseThrow();
        AlarmOverride wanted = limit == null ? AlarmOverride.NONE : limit(definition, limit);
        return backTest.answer(new Question(definition, string, block, wanted, START, START + 86_400_000L));
    }

    @Test
    void countsRaisesWithDelaysAndDeadbandAndComparesWithWhatIsInForce() throws Exception {
        int[] second = {13_600, 13_250, 13_250, 13_600, 13_240, 13_320, 13_340, 13_600, 13_600};
        for (int minute = 0; minute < second.length; minute++) {
            history.at(minute, 13_600, second[minute], NONE);
        }
        Answer answer = test("block-voltage-low-warning", Optional.empty(), "13.3 V");
        // Abnormal for one minute at 2; ordinary from 3, gone at 4? At 4 it is abnormal again, so it stays.
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.raises()).extracting(Raise::subject, Raise::atMillis, Raise::value, Raise::untilMillis)
                .containsExactly(tuple("S1-2", START + 2 * MINUTE, 13_250, START + 8 * MINUTE));
        assertThat(answer.totalNow()).isZero();
        assertThat(answer.resolutionMillis()).isEqualTo(MINUTE);
        assertThat(answer.resolution()).startsWith("The history has values every 1 min").contains("not looked at");
    }

    @Test
    void saysNothingInStatesThatSuppressIt() throws Exception {
        history.state(-100, StringState.UNKNOWN, StringState.FLOAT);
        history.state(5, StringState.FLOAT, StringState.DISCHARGE);
        history.state(8, StringState.DISCHARGE, StringState.FLOAT);
        history.events.add(new Event(START + MINUTE, EventKind.STRING_STATE, "S2", "String S2 went from FLOAT to REST: x"));
        for (int minute = 0; minute < 14; minute++) {
            boolean discharge = minute >= 5 && minute < 8;
            history.at(minute, discharge ? 12_000 : 13_600, minute >= 2 && minute < 10 ? 12_900 : 13_600, 13_600);
        }
        Answer answer = test("block-voltage-low-warning", Optional.empty(), null);
        assertThat(answer.raises()).extracting(Raise::subject, Raise::atMillis, Raise::untilMillis)
                .containsExactly(tuple("S1-2", START + 3 * MINUTE, START + 11 * MINUTE));
        assertThat(answer.totalNow()).isEqualTo(1);
        assertThat(answer.resolution()).doesNotContain("not looked at");
        // Without the events every block of the discharge is counted.
        history.events.clear();
        assertThat(test("block-voltage-low-warning", Optional.empty(), null).total()).isEqualTo(2);
    }

    @Test
    void whatReturnedWhileNobodyLookedIsGoneWithTheNextValue() throws Exception {
        history.state(-1, StringState.UNKNOWN, StringState.FLOAT);
        history.state(5, StringState.FLOAT, StringState.DISCHARGE);
        history.state(8, StringState.DISCHARGE, StringState.FLOAT);
        for (int minute = 0; minute < 12; minute++) {
            history.at(minute, 13_600, minute < 5 ? 12_900 : 13_600, 13_600);
        }
        assertThat(test("block-voltage-low-warning", Optional.of("S1-2"), null).raises())
                .extracting(Raise::untilMillis).containsExactly(START + 8 * MINUTE);
    }

    @Test
    void aValueThatStandsForManyCountsForAllOfTheirTime() throws Exception {
        long from = START + 20 * MINUTE;
        history.at(0, 2_500, 2_500, 2_500);
        history.samples.add(new Sample(from, from + 15 * MINUTE, new int[] {2_400, 2_400, 2_400},
                new int[] {2_600, 3_600, 2_600}));
        history.at(40, 2_500, 2_500, 2_500);
        Answer answer = test("block-temperature-high-warning", Optional.empty(), null);
        assertThat(answer.raises()).extracting(Raise::subject, Raise::value).containsExactly(tuple("S1-2", 3_600));
        assertThat(answer.resolution()).isEqualTo("The history has values every 20 min most of the time, where they are"
                + " closer together the lowest and the highest of several, which count for all of their time; what came and"
                + " went between two of them is not seen.");
    }

    @Test
    void aDeviationCountsBesideTheMedianOfTheWholeString() throws Exception {
        history.state(-1, StringState.UNKNOWN, StringState.FLOAT);
        for (int minute = 0; minute < 8; minute++) {
            history.at(minute, 13_600, 13_250, 13_610);
        }
        Answer answer = test("block-deviation-low-warning", Optional.of("S1-2"), null);
        assertThat(answer.raises()).extracting(Raise::subject, Raise::atMillis, Raise::value, Raise::untilMillis)
                .containsExactly(tuple("S1-2", START + 5 * MINUTE, -350, 0L));
        assertThat(history.asked.get(0).blocks()).containsExactly("S1-1", "S1-2", "S1-3");
    }

    /** A discharge of 30 min with a sample every 10 s, in which the second block falls away from the tenth minute on. */
    private void discharge() {
        history.state(-1, StringState.UNKNOWN, StringState.FLOAT);
        history.state(10, StringState.FLOAT, StringState.DISCHARGE);
        history.state(40, StringState.DISCHARGE, StringState.RECHARGE);
        history.at(0, 13_600, 12_000, 13_600);
        for (int sample = 0; sample < 180; sample++) {
            long at = START + 10 * MINUTE + sample * 10_000L;
            int volts = 12_400 - 2 * sample;
            int[] values = {volts, sample < 60 ? volts : volts - 10 * (sample - 60), volts};
            history.samples.add(new Sample(at, at, values, values));
        }
        history.at(41, 13_300, 13_300, 13_300);
    }

    @Test
    void aBlockThatGaveWayInADischargeIsFoundByTheWatchThatLooksAtDischargesAsTheyCome() throws Exception {
        discharge();
        Answer answer = test("block-weak-warning", Optional.of("S1-2"), "6 %");
        // 12.28 V - 4 mV a sample is the median; 430 mV are 3.5 %, 737 mV are 6 %, and the first of three samples counts.
        assertThat(answer.raises()).extracting(Raise::subject, Raise::untilMillis)
                .containsExactly(tuple("S1-2", START + 41 * MINUTE));
        Raise raise = answer.raises().get(0);
        assertThat(raise.value()).isEqualTo(61);
        assertThat(raise.atMillis()).isBetween(START + 10 * MINUTE + 1_330_000L, START + 10 * MINUTE + 1_380_000L);
        assertThat(answer.totalNow()).isEqualTo(1);
        assertThat(test("block-weak-warning", Optional.empty(), null).raises().get(0).atMillis())
                .as("3.5 % comes earlier than 6 %").isLessThan(raise.atMillis());
        assertThat(test("block-weak-alarm", Optional.empty(), null).total()).as("10 %").isZero();
        assertThat(history.asked.get(0).blocks()).as("the median needs all").hasSize(3);
        assertThat(answer.resolution()).startsWith("The history has values every 10 s most of the time");
    }

    @Test
    void whenNobodyKnowsOfADischargeNoBlockGaveWay() throws Exception {
        discharge();
        history.events.clear();
        Answer answer = test("block-weak-warning", Optional.empty(), "1 %");
        assertThat(answer.total()).isZero();
        assertThat(answer.resolution()).endsWith("No event tells when the string was discharged: nothing is looked at.");
    }

    @Test
    void readsInBoundedPiecesWithoutLeavingAnythingOut() throws Exception {
        AlarmDefinition row = AlarmTable.find("block-temperature-low-alarm").orElseThrow();
        long to = START + BackTest.MOST_DAYS * 86_400_000L;
        Answer answer = backTest.answer(new Question(row, string, Optional.empty(), AlarmOverride.NONE, START, to));
        assertThat(history.asked).hasSizeLessThanOrEqualTo(128);
        for (int i = 1; i < history.asked.size(); i++) {
            assertThat(history.asked.get(i).fromMillis()).isEqualTo(history.asked.get(i - 1).toMillis() + 1);
        }
        assertThat(history.asked.get(0).fromMillis()).isEqualTo(START);
        assertThat(history.asked.get(history.asked.size() - 1).toMillis()).isEqualTo(to);
        assertThat(answer.resolution()).isEqualTo("The history has no value of that time.");
    }

    @Test
    void refusesWhatTheHistoryDoesNotKeep() {
        assertThat(BackTest.can(AlarmTable.find("module-lost").orElseThrow())).isFalse();
        assertThat(BackTest.can(AlarmTable.find("string-voltage-low-alarm").orElseThrow())).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Question(
                AlarmTable.find("module-lost").orElseThrow(), string, Optional.empty(), AlarmOverride.NONE, 0, 1));
    }

    @Test
    void tellsTheFirstThousandRaisesAndCountsAll() throws Exception {
        for (int i = 0; i < 1_301; i++) {
            history.samples.add(new Sample(START + i, START + i, new int[] {30_000 + i % 2 * 1_000, 1, 1},
                    new int[] {30_000 + i % 2 * 1_000, 0, 0}));
        }
        AlarmDefinition row = AlarmTable.find("block-resistance-high-alarm").orElseThrow();
        AlarmOverride wanted = new AlarmOverride(Optional.of(true), Optional.of(30_500), Optional.of(0), Optional.of(0L),
                Optional.of(0L));
        List<Sample> twice = new ArrayList<>(history.samples);
        twice.forEach(sample -> history.samples.add(new Sample(
                sample.fromMillis() + 10_000, sample.toMillis() + 10_000, sample.min(), sample.max())));
        Answer answer = backTest.answer(
                new Question(row, string, Optional.of("S1-1"), wanted, START, START + 3_600_000));
        assertThat(answer.total()).isEqualTo(1_300);
        assertThat(answer.totalNow()).as("nobody looks at it now").isZero();
        assertThat(answer.raises()).hasSize(1_000).allMatch(raise -> raise.untilMillis() == raise.atMillis() + 1);
    }
}
