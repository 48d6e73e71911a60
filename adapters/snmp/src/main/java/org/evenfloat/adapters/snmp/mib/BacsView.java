// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.application.history.RecordingPolicy;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.domain.alarm.AlarmTable;

/**
 * 33.5: what BACS managers tell of their battery, as far as it is public; clients of the field walk it. What is not known
 * here is not there. Source of places, scales and names: public client programs and guides of re-labelled products.
 */
final class BacsView {

    /** Numbers of module types that are public; others are not told. */
    private static final Map<String, Integer> MODULE_TYPES = Map.of("C20", 0, "C30", 10, "C40", 20, "C41", 20);

    private static final int MILLIS = 1_000;
    private static final int MILLIS_A_MINUTE = 60_000;
    private static final int CENTI = 10;
    private static final int CENTIDEGREES_A_TENTH = 10;
    private static final int MICROOHMS_A_STEP = 10;
    private static final int WARNING_BITS = 16;

    private BacsView() {}

    static List<MibGroup> groups(PointTable table) {
        return List.of(settings(table), modules(), strings());
    }

    private static MibGroup settings(PointTable table) {
        return new MibGroup("bacsSettings", Arcs.BACS.then(1), PointSubject.SITE, "how the battery is watched", List.of(
                whole(1, "bacsModuleType", "", "type of the battery modules of all strings: 0 C20, 10 C30, 20 C40 and C41",
                        BacsView::moduleType),
                MibObject.of(2, "bacsNumStrings", Syntax.INTEGER, "strings installed",
                        Teller.column(Syntax.INTEGER, PointColumn.SITE_STRINGS)),
                MibObject.of(3, "bacsNumBatteries", Syntax.INTEGER, "blocks installed",
                        Teller.column(Syntax.INTEGER, PointColumn.SITE_BLOCKS)),
                whole(4, "bacsBattCap", "1 Ah", "nominal capacity of the blocks of all strings", moment -> capacity(table)),
                whole(5, "bacsLogRate1", "1 s", "time between two records of the history in float",
                        moment -> OptionalInt.of((int) (RecordingPolicy.FLOAT_INTERVAL_MILLIS / MILLIS))),
                whole(6, "bacsLogRate2", "1 s", "the same in a discharge: every sweep",
                        moment -> steps(moment.facts().sweepPeriodMillis(), MILLIS)),
                whole(7, "bacsImpcPollRate", "1 min", "time between two measurements of resistance",
                        moment -> steps(moment.facts().resistancePeriodMillis(), MILLIS_A_MINUTE)),
                limit(8, "bacsImpcLowAlarm", "0.01 mΩ", "block-resistance-low-alarm", MICROOHMS_A_STEP),
                limit(9, "bacsImpcHighAlarm", "0.01 mΩ", "block-resistance-high-alarm", MICROOHMS_A_STEP),
                limit(10, "bacsTemperatureLowAlarm", "0.1 °C", "block-temperature-low-alarm", CENTIDEGREES_A_TENTH),
                limit(11, "bacsTemperatureHighAlarm", "0.1 °C", "block-temperature-high-alarm", CENTIDEGREES_A_TENTH)));
    }

    private static MibGroup modules() {
        return new MibGroup("bacsModule", Arcs.BACS.then(2, 5, 1), PointSubject.BLOCK, "a battery module", List.of(
                MibObject.of(1, "bacsModuleIndex", Syntax.INTEGER, "its place among those of the site, from 1",
                        Teller.index()),
                scaled(2, "bacsModuleVoltage", "0.01 V", PointColumn.BLOCK_VOLTAGE, CENTI),
                scaled(3, "bacsModuleTemperature", "0.1 °C", PointColumn.BLOCK_TEMPERATURE, CENTIDEGREES_A_TENTH),
                scaled(5, "bacsModuleResistance", "0.01 mΩ", PointColumn.BLOCK_RESISTANCE, MICROOHMS_A_STEP),
                MibObject.of(6, "bacsModuleState", Syntax.INTEGER, "0 while nothing is the matter; else kinds of alarms that"
                        + " are active in bits 0 to 12, kinds of warnings in bits 16 to 28 (bits are ours)",
                        BacsView::state)));
    }

    private static void state(Values to, Moment moment, int row) {
        NorthboundImage image = moment.image();
        if (image.known(PointColumn.BLOCK_ALARM_KINDS, row)) {
            to.integer(image.value(PointColumn.BLOCK_ALARM_KINDS, row)
                    | image.value(PointColumn.BLOCK_WARNINGS, row) << WARNING_BITS);
        } else {
            to.none();
        }
    }

    private static MibGroup strings() {
        return new MibGroup("bacsString", Arcs.BACS.then(2, 7, 1), PointSubject.STRING, "a string", List.of(
                MibObject.of(1, "bacsStringIndex", Syntax.INTEGER, "its place among those of the site, from 1",
                        Teller.index()),
                scaled(2, "bacsStringCurrent", "0.01 A", PointColumn.STRING_CURRENT, CENTI),
                scaled(3, "bacsStringVoltage", "0.01 V", PointColumn.STRING_VOLTAGE, CENTI),
                scaled(4, "bacsStringAverageVoltage", "0.01 V", PointColumn.STRING_MEAN, CENTI)));
    }

    private static MibObject scaled(int id, String name, String units, PointColumn column, int step) {
        return new MibObject(id, name, Syntax.INTEGER, units, false, column.words(), Teller.inSteps(column, step));
    }

    private static MibObject limit(int id, String name, String units, String row, int step) {
        return whole(id, name, units, "limit of " + row + ", where all blocks have the same", moment -> {
            OptionalInt limit = moment.facts().limit(AlarmTable.find(row).orElseThrow());
            return limit.isPresent() ? OptionalInt.of(Math.floorDiv(limit.getAsInt() + step / 2, step)) : limit;
        });
    }

    private static MibObject whole(int id, String name, String units, String words, Function<Moment, OptionalInt> value) {
        return new MibObject(id, name, Syntax.INTEGER, units, false, words, (to, moment, row) -> {
            OptionalInt known = value.apply(moment);
            if (known.isPresent()) {
                to.integer(known.getAsInt());
            } else {
                to.none();
            }
        });
    }

    private static OptionalInt steps(OptionalLong millis, int step) {
        return millis.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, (millis.getAsLong() + step - 1) / step))
                : OptionalInt.empty();
    }

    private static OptionalInt moduleType(Moment moment) {
        Set<Integer> types = moment.words().site().strings()
                .map(string -> MODULE_TYPES.getOrDefault(string.moduleType().name(), -1)).collect(Collectors.toSet());
        return types.size() == 1 && !types.contains(-1) ? OptionalInt.of(types.iterator().next()) : OptionalInt.empty();
    }

    private static OptionalInt capacity(PointTable table) {
        double[] capacities = IntStream.range(0, table.rows(PointSubject.STRING)).mapToDouble(table::ampHours).distinct()
                .toArray();
        return capacities.length == 1 && capacities[0] > 0
                ? OptionalInt.of((int) Math.round(capacities[0])) : OptionalInt.empty();
    }
}
