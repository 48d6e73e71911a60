// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.evenfloat.domain.alarm.AlarmSide.HIGH;
import static org.evenfloat.domain.alarm.AlarmSide.LOW;
import static org.evenfloat.domain.alarm.StandardLimit.From.BOOST;
import static org.evenfloat.domain.alarm.StandardLimit.From.END;
import static org.evenfloat.domain.alarm.StandardLimit.From.FLOAT;
import static org.evenfloat.domain.alarm.StandardLimit.From.NOTHING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenfloat.domain.state.StringState;

/** The rows of the alarm table that are about a string. */
final class StringAlarms {

    private static final String OURS = "our choice; the data sheet of the battery decides";
    private static final String OURS_BY_CHEMISTRY =
            "our choice for lead-acid, nickel and lithium cells each; the data sheet of the battery decides";
    private static final Set<StringState> NO_CURRENT =
            EnumSet.of(StringState.FLOAT, StringState.REST);

    private StringAlarms() {}

    static List<AlarmDefinition> all() {
        List<AlarmDefinition> rows = new ArrayList<>();
        voltage(rows);
        besideTheOthers(rows);
        discharge(rows);
        charging(rows);
        return rows;
    }

    private static StandardLimit limit(StandardLimit.From from, int amount) {
        return new StandardLimit(from, amount, true, OURS);
    }

    /** As above, with another distance for NiCd and NiMH, and another for lithium. */
    private static StandardLimit limit(StandardLimit.From from, int lead, int nickel, int lithium) {
        return new StandardLimit(from, lead, nickel, lithium, true, OURS_BY_CHEMISTRY);
    }

    private static void voltage(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("string-voltage-low", AlarmSignal.STRING_VOLTAGE, LOW, new AlarmWords(
                "Voltage of a string is low in float",
                "The charger is set too low, off, or at its limit.",
                "The whole string loses charge.",
                "Check the charger and its breaker."))
                .timed(5, 300_000, 60_000).notIn(BlockAlarms.ALL_BUT_FLOAT)
                .at(limit(FLOAT, -40, -30, -40), limit(FLOAT, -80, -60, -80), AlarmPriority.URGENT));
        rows.addAll(new AlarmPair("string-voltage-high", AlarmSignal.STRING_VOLTAGE, HIGH, new AlarmWords(
                "Voltage of a string is high",
                "The charger is set too high, or its temperature compensation is wrong.",
                "All blocks gas, dry out and may run away.",
                "Set the charger back."))
                .timed(5, 60_000, 60_000).notIn(BlockAlarms.DISCHARGE)
                .at(limit(BOOST, 30), limit(BOOST, 80, 60, 60), AlarmPriority.URGENT));
        rows.addAll(new AlarmPair("string-voltage-end", AlarmSignal.STRING_VOLTAGE, LOW, new AlarmWords(
                "Voltage of a string is near its end of discharge",
                "The string is nearly empty.",
                "The load is about to be lost, and a deeper discharge damages the blocks.",
                "Reduce the load, start the generator, or shut down in order."))
                .timed(10, 0, 30_000).notIn(BlockAlarms.ALL_BUT_DISCHARGE)
                .at(limit(END, 100, 100, 200), limit(END, 30, 30, 60), AlarmPriority.URGENT));
    }

    private static void besideTheOthers(List<AlarmDefinition> rows) {
        AlarmWords voltage = new AlarmWords(
                "Voltage of a string differs from the other strings of its battery",
                "A breaker or fuse is open, a connection is bad, or the strings are of different age.",
                "The strings share load and charge unequally.",
                "Check breakers, fuses and connections of both.");
        AlarmWords current = new AlarmWords(
                "Current of a string differs from the other strings of its battery",
                "A connection is bad, or one string has aged more.",
                "One string carries what the others do not, and empties first.",
                "Compare resistances and connections of the strings.");
        for (AlarmSide side : AlarmSide.values()) {
            int sign = side == HIGH ? 1 : -1;
            String word = side == HIGH ? "-high" : "-low";
            rows.addAll(new AlarmPair("string-voltage-deviation" + word, AlarmSignal.STRING_VOLTAGE_DEVIATION, side,
                    voltage).timed(2, 300_000, 60_000)
                    .at(limit(NOTHING, sign * 10), limit(NOTHING, sign * 20), AlarmPriority.HIGH));
            rows.addAll(new AlarmPair("string-current-deviation" + word, AlarmSignal.STRING_CURRENT_DEVIATION, side,
                    current).timed(50, 60_000, 60_000).notIn(NO_CURRENT)
                    .at(limit(NOTHING, sign * 250), limit(NOTHING, sign * 500), AlarmPriority.HIGH));
        }
        rows.addAll(new AlarmPair("temperature-spread", AlarmSignal.TEMPERATURE_SPREAD, HIGH, new AlarmWords(
                "The blocks of a string are not equally warm",
                "Sun, a heater or bad air flow; or one block heats itself.",
                "Warm blocks take more float current and age faster.",
                "Look at the warmest block: if nothing warms it from outside, watch it closely."))
                .timed(50, 300_000, 60_000)
                .at(limit(NOTHING, 500), limit(NOTHING, 1_000), AlarmPriority.HIGH));
    }

    private static void discharge(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("discharge", AlarmSignal.DISCHARGE_TIME, HIGH, new AlarmWords(
                "A string feeds the load",
                "The mains or the rectifier has failed, or somebody tests.",
                "The battery empties.",
                "Find out why, and how long the battery will last."))
                .at(limit(NOTHING, 0), limit(NOTHING, 15 * 60_000), AlarmPriority.URGENT));
    }

    private static void charging(List<AlarmDefinition> rows) {
        rows.add(new AlarmPair("charger-mis-set", AlarmSignal.CHARGER_MIS_SET, HIGH, new AlarmWords(
                "The charger holds another float voltage than the configured one",
                "The charger was set differently, or compensates temperature.",
                "The blocks are over- or undercharged for years.",
                "Correct the charger or the configured float voltage."))
                .only(AlarmLevel.ALARM, AlarmPriority.HIGH, limit(NOTHING, 0)));
        rows.add(new AlarmPair("equalizing-saturated", AlarmSignal.EQUALIZING_SATURATED, HIGH, new AlarmWords(
                "Equalizing does all it can and has not reached the band",
                "A block differs much, or the string has just been charged.",
                "The blocks come together slowly, or not at all.",
                "Wait some hours; if it stays, look at the block with the largest duty."))
                .timed(0, 3_600_000, 600_000)
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(NOTHING, 0)));
    }
}
