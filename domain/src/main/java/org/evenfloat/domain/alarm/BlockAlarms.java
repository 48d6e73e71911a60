// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.evenfloat.domain.alarm.AlarmSide.HIGH;
import static org.evenfloat.domain.alarm.AlarmSide.LOW;
import static org.evenfloat.domain.alarm.StandardLimit.From.BOOST;
import static org.evenfloat.domain.alarm.StandardLimit.From.CELLS;
import static org.evenfloat.domain.alarm.StandardLimit.From.END;
import static org.evenfloat.domain.alarm.StandardLimit.From.FLOAT;
import static org.evenfloat.domain.alarm.StandardLimit.From.NOTHING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenfloat.domain.health.DischargeWatch;
import org.evenfloat.domain.state.StringState;

/** The rows of the alarm table that are about a block and its battery module. */
final class BlockAlarms {

    static final Set<StringState> ALL_BUT_FLOAT = EnumSet.complementOf(EnumSet.of(StringState.FLOAT, StringState.UNKNOWN));
    static final Set<StringState> ALL_BUT_DISCHARGE =
            EnumSet.complementOf(EnumSet.of(StringState.DISCHARGE, StringState.UNKNOWN));
    static final Set<StringState> DISCHARGE = EnumSet.of(StringState.DISCHARGE);

    private static final String OURS = "our choice; the data sheet of the battery decides";
    private static final String OURS_BY_CHEMISTRY =
            "our choice for lead-acid, nickel and lithium cells each; the data sheet of the battery decides";
    private static final String OF_1188 =
            "practice of IEEE 1188 for valve-regulated lead-acid: look into it at 20 to 30 %, replace at 50 %; for other"
            + " cells our choice";
    private static final String OF_WATCH =
            "simulated discharges of lead-acid strings of 52 to 64 blocks (verify-physics): weak blocks are told minutes"
            + " before they fail; for other cells our choice";

    private BlockAlarms() {}

    static List<AlarmDefinition> all() {
        List<AlarmDefinition> rows = new ArrayList<>();
        voltage(rows);
        endOfDischarge(rows);
        deviation(rows);
        temperature(rows);
        resistance(rows);
        health(rows);
        module(rows);
        return rows;
    }

    private static StandardLimit limit(StandardLimit.From from, int amount) {
        return new StandardLimit(from, amount, true, OURS);
    }

    /** As above, with another distance for NiCd and NiMH, and another for lithium. */
    private static StandardLimit limit(StandardLimit.From from, int lead, int nickel, int lithium) {
        return new StandardLimit(from, lead, nickel, lithium, true, OURS_BY_CHEMISTRY);
    }

    private static StandardLimit off(int amount) {
        return new StandardLimit(NOTHING, amount, false, "none: it depends on the block; set it from its data sheet");
    }

    private static void voltage(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("block-voltage-low", AlarmSignal.BLOCK_VOLTAGE, LOW, new AlarmWords(
                "Voltage of a block is low in float",
                "A shorted cell, lost charge or sulfation, or a charger that is set too low.",
                "The block is not full, and its string gives less than it should.",
                "Watch its resistance; if it is still low after 24 h of float, plan a replacement."))
                .timed(10, 60_000, 60_000).notIn(ALL_BUT_FLOAT)
                .at(limit(FLOAT, -70, -60, -70), limit(FLOAT, -170, -110, -170), AlarmPriority.HIGH));
        rows.addAll(new AlarmPair("block-voltage-high", AlarmSignal.BLOCK_VOLTAGE, HIGH, new AlarmWords(
                "Voltage of a block is high",
                "A dry or aged block, a shorted block elsewhere in the string, or a charger that is set too high.",
                "The block gasses and dries out.",
                "Check the charger first, then the resistance of this block."))
                .timed(10, 60_000, 60_000).notIn(DISCHARGE)
                .at(limit(BOOST, 50), limit(BOOST, 150, 150, 100), AlarmPriority.HIGH));
    }

    private static void endOfDischarge(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("block-voltage-end", AlarmSignal.BLOCK_VOLTAGE, LOW, new AlarmWords(
                "Voltage of a block is near its end of discharge",
                "The string is nearly empty, or this block holds less than the others.",
                "Below its end of discharge a block is damaged and may reverse a cell.",
                "Reduce the load or end the discharge; afterwards look at this block first."))
                .timed(10, 0, 30_000).notIn(ALL_BUT_DISCHARGE)
                .at(limit(END, 50, 50, 150), limit(END, 0), AlarmPriority.URGENT));
    }

    private static void deviation(List<AlarmDefinition> rows) {
        AlarmWords low = new AlarmWords(
                "A block is far below its string",
                "It may be sulfated, have a shorted cell, or have lost charge.",
                "The rest of the string is charged with more than it needs.",
                "Watch its resistance; if it is still low after 24 h of float, plan a replacement.");
        AlarmWords high = new AlarmWords(
                "A block is far above its string",
                "It may be dry, or a connection beside its module is bad.",
                "It gasses more than the others and ages faster.",
                "Check its connections and its resistance.");
        rows.addAll(new AlarmPair("block-deviation-low", AlarmSignal.BLOCK_DEVIATION, LOW, low)
                .timed(5, 300_000, 60_000).notIn(ALL_BUT_FLOAT)
                .at(limit(CELLS, -50, -40, -50), limit(CELLS, -100, -80, -100), AlarmPriority.HIGH));
        rows.addAll(new AlarmPair("block-deviation-high", AlarmSignal.BLOCK_DEVIATION, HIGH, high)
                .timed(5, 300_000, 60_000).notIn(ALL_BUT_FLOAT)
                .at(limit(CELLS, 50, 40, 50), limit(CELLS, 100, 80, 100), AlarmPriority.HIGH));
    }

    private static void temperature(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("block-temperature-high", AlarmSignal.BLOCK_TEMPERATURE, HIGH, new AlarmWords(
                "A block is hot",
                "The room is warm, the block takes too much float current, or a connection is loose.",
                "Each 10 K halve its life; a block that heats itself can run away.",
                "Compare it with its neighbours and the room: if it alone is hot, look at it at once."))
                .timed(100, 60_000, 60_000)
                .at(limit(NOTHING, 3_500), limit(NOTHING, 4_500), AlarmPriority.URGENT));
        rows.addAll(new AlarmPair("block-temperature-low", AlarmSignal.BLOCK_TEMPERATURE, LOW, new AlarmWords(
                "A block is cold",
                "The room is cold.",
                "Cold blocks give less: the bridging time is shorter than planned.",
                "Check the heating of the room."))
                .timed(100, 60_000, 60_000)
                .at(limit(NOTHING, 500), limit(NOTHING, 0), AlarmPriority.HIGH));
    }

    private static void resistance(List<AlarmDefinition> rows) {
        AlarmWords high = new AlarmWords(
                "Internal resistance of a block is high",
                "Corrosion, drying out, or a loose connection between module and block.",
                "The block gives way early in a discharge.",
                "Check its connections, measure again, and plan a replacement if it stays.");
        AlarmWords low = new AlarmWords(
                "Internal resistance of a block is low",
                "A shorted cell, or a measurement that failed.",
                "The block may heat itself; its trend cannot be trusted.",
                "Measure again and look at its voltage.");
        rows.addAll(new AlarmPair("block-resistance-high", AlarmSignal.BLOCK_RESISTANCE, HIGH, high)
                .at(off(20_000), off(50_000), AlarmPriority.HIGH));
        rows.addAll(new AlarmPair("block-resistance-low", AlarmSignal.BLOCK_RESISTANCE, LOW, low)
                .at(off(1_000), off(500), AlarmPriority.HIGH));
        rows.addAll(new AlarmPair("block-resistance-rise", AlarmSignal.BLOCK_RESISTANCE_RISE, HIGH, high)
                .timed(20, 0, 0)
                .at(new StandardLimit(NOTHING, 250, true, OF_1188), new StandardLimit(NOTHING, 500, true, OF_1188),
                        AlarmPriority.HIGH));
        rows.addAll(new AlarmPair("block-resistance-fall", AlarmSignal.BLOCK_RESISTANCE_RISE, LOW, low)
                .timed(20, 0, 0)
                .at(limit(NOTHING, -250), limit(NOTHING, -500), AlarmPriority.HIGH));
    }

    private static void health(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("block-weak", AlarmSignal.BLOCK_IN_DISCHARGE, HIGH, new AlarmWords(
                "A block gives way in the discharge",
                "It has lost capacity: it falls away from the other blocks further than they scatter.",
                "It empties before the others, reverses, and takes the string down early.",
                "Count on a shorter bridging time; after the discharge test its capacity, or replace the block."))
                .latching()
                .at(new StandardLimit(NOTHING, DischargeWatch.WEAK_PERMILLE, true, OF_WATCH),
                        new StandardLimit(NOTHING, DischargeWatch.COLLAPSED_PERMILLE, true, OF_WATCH),
                        AlarmPriority.URGENT));
        rows.add(new AlarmPair("block-not-correctable", AlarmSignal.BLOCK_NOT_CORRECTABLE, HIGH, new AlarmWords(
                "Equalizing cannot bring a block into the band",
                "Full duty for hours was not enough: the block differs too much from the others.",
                "The block stays over- or undercharged.",
                "Follow the verdict on the block: charge it apart, or replace it."))
                .only(AlarmLevel.ALARM, AlarmPriority.LOW, limit(NOTHING, 0)));
    }

    private static void module(List<AlarmDefinition> rows) {
        rows.add(new AlarmPair("module-lost", AlarmSignal.MODULE_SILENT, HIGH, new AlarmWords(
                "A battery module does not answer",
                "Its cable, its fuse or the module itself.",
                "The block is neither measured nor equalized nor watched.",
                "Check its cable and fuse; let it blink; replace it if it stays silent."))
                .timed(0, 25_000, 0)
                .only(AlarmLevel.ALARM, AlarmPriority.HIGH, limit(NOTHING, 0)));
        rows.add(new AlarmPair("module-not-addressed", AlarmSignal.MODULE_NOT_ADDRESSED, HIGH, new AlarmWords(
                "A battery module has no address",
                "It is new, or has lost its address.",
                "The block is neither measured nor equalized nor watched.",
                "Give it its address on the page Modules."))
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(NOTHING, 0)));
    }
}
