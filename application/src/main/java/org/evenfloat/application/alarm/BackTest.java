// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;

/**
 * Tells how often an alarm would have been raised, had another limit been in force: looks at the stored history by the
 * rules by which values are looked at as they come. Changes nothing. Safe for several threads.
 */
public final class BackTest {

    /** Longest time that is looked at. */
    public static final int MOST_DAYS = 400;

    /** Most blocks of a string that is looked at. */
    public static final int MOST_BLOCKS = 600;

    /** Most raises that are told one by one. */
    public static final int MOST_RAISES = 1_000;

    /** Shortest and most pieces in which the history is read. */
    private static final long PIECE_MILLIS = 6 * 3_600_000L;
    private static final int MOST_PIECES = 128;

    private static final Map<AlarmSignal, MeasurementKind> KINDS = new EnumMap<>(Map.of(
            AlarmSignal.BLOCK_VOLTAGE, MeasurementKind.VOLTAGE,
            AlarmSignal.BLOCK_DEVIATION, MeasurementKind.VOLTAGE,
            AlarmSignal.BLOCK_IN_DISCHARGE, MeasurementKind.VOLTAGE,
            AlarmSignal.BLOCK_TEMPERATURE, MeasurementKind.TEMPERATURE,
            AlarmSignal.BLOCK_RESISTANCE, MeasurementKind.RESISTANCE));

    /**
     * What would have been.
     *
     * @param definition row of the table; {@link #can} says which
     * @param string whose history is looked at
     * @param block id of the only block that is wanted; empty for all of the string
     * @param wanted what is tried in place of what is in force
     * @param fromMillis epoch ms
     * @param toMillis epoch ms, at most {@link #MOST_DAYS} later
     */
    public record Question(
            AlarmDefinition definition, BatteryString string, Optional<String> block, AlarmOverride wanted,
            long fromMillis, long toMillis) {

        /**
         * Checks everything.
         *
         * @throws IllegalArgumentException naming every part that is out of bounds
         */
        public Question {
            if (!can(definition) || string.size() > MOST_BLOCKS || toMillis < fromMillis
                    || toMillis - fromMillis > MOST_DAYS * 86_400_000L) {
                throw new IllegalArgumentException(definition.id() + " of " + string.size() + " blocks over "
                        + (toMillis - fromMillis) + " ms - a voltage, temperature, resistance or discharge of at most "
                        + MOST_BLOCKS + " blocks over 0 to " + MOST_DAYS + " days");
            }
        }
    }

    /**
     * One raise.
     *
     * @param subject id of the block
     * @param atMillis when it would have been raised, epoch ms
     * @param value what would have been seen, in the unit of the signal
     * @param untilMillis when it would have gone, epoch ms; 0 when it would stand at the end
     */
    public record Raise(String subject, long atMillis, int value, long untilMillis) {}

    /**
     * What was found.
     *
     * @param resolutionMillis time from one value to the next, most of the time; 0 when there is no value
     * @param resolution the same in words, with what cannot be seen because of it
     * @param total raises in all
     * @param raises the first {@link #MOST_RAISES}, in order
     * @param totalNow raises with the limits in force
     */
    public record Answer(long resolutionMillis, String resolution, int total, List<Raise> raises, int totalNow) {

        public Answer {
            raises = List.copyOf(raises);
        }
    }

    private final ReadHistory history;
    private final AlarmLimits limits;

    public BackTest(ReadHistory history, AlarmLimits limits) {
        this.history = history;
        this.limits = limits;
    }

    /** Returns whether the history has what an alarm looks at. */
    public static boolean can(AlarmDefinition definition) {
        return KINDS.containsKey(definition.signal());
    }

    /** Looks; takes seconds to a minute. */
    public Answer answer(Question question) throws HistoryFailure {
        AlarmDefinition definition = question.definition();
        List<String> all = question.string().blocks().stream().map(Block::id).toList();
        List<String> wanted = question.block().map(List::of).orElse(all);
        List<AlarmLimit> inForce = wanted.stream().map(id -> limits.of(new AlarmPoint(definition, id))).toList();
        RaiseList raises = new RaiseList(wanted);
        RaiseList raisesNow = new RaiseList(wanted);
        PastCondition tried = new PastCondition(
                definition, inForce.stream().map(question.wanted()::over).toList(), raises);
        PastCondition now = new PastCondition(definition, inForce, raisesNow);
        // The median of a string needs all of its blocks.
        boolean discharge = definition.signal() == AlarmSignal.BLOCK_IN_DISCHARGE;
        boolean beside = discharge || definition.signal() == AlarmSignal.BLOCK_DEVIATION;
        List<String> columns = beside ? all : wanted;
        boolean ofStates = discharge || !definition.suppressedIn().isEmpty();
        Optional<PastStates> states = !ofStates ? Optional.empty()
                : PastStates.read(history, question.string().id(), question.fromMillis(), question.toMillis());
        int[] places = wanted.stream().mapToInt(columns::indexOf).toArray();
        PastColumn values = discharge ? new PastDischarge(question.string(), places)
                : new PastValues(definition.side(), beside, places);
        Gaps gaps = new Gaps();
        long piece = Math.max(PIECE_MILLIS, (question.toMillis() - question.fromMillis()) / MOST_PIECES + 1);
        for (long from = question.fromMillis(); from <= question.toMillis(); from += piece) {
            HistoryRanges ranges = history.ranges(new RangeQuestion(
                    columns, KINDS.get(definition.signal()), List.of(), from,
                    Math.min(question.toMillis(), from + piece - 1), RangeQuestion.mostPoints(columns.size())));
            for (int point = 0; point < ranges.points(); point++) {
                gaps.add(ranges.fromMillis()[point], ranges.toMillis()[point]);
                look(ranges, point, values, states, tried, now);
            }
        }
        return new Answer(gaps.typicalMillis(), gaps.sentence(ofStates && states.isEmpty(), discharge),
                raises.total(), raises.first(), raisesNow.total());
    }

    /** A value that stands for many counts for all of their time. */
    private static void look(
            HistoryRanges ranges, int point, PastColumn values, Optional<PastStates> states, PastCondition... conditions) {
        long from = ranges.fromMillis()[point];
        long to = ranges.toMillis()[point];
        for (long at = from;; at = to) {
            long instant = at;
            StringState state = states.map(each -> each.at(instant)).orElse(null);
            int[] column = values.of(ranges, point, state, at);
            for (PastCondition condition : conditions) {
                condition.look(column, state, at);
            }
            if (at == to) {
                return;
            }
        }
    }
}
