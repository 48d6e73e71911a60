// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLevel;
import org.evenfloat.domain.alarm.AlarmSide;

/** The standing alarms as bits of the SunSpec event words, which are the same in models 802 to 804. */
final class SunSpecEvents {

    private static final int COMMUNICATION_ERROR = 0;
    private static final int OVER_TEMPERATURE_ALARM = 1;
    private static final int UNDER_TEMPERATURE_ALARM = 3;
    private static final int OVER_VOLTAGE_ALARM = 9;
    private static final int UNDER_VOLTAGE_ALARM = 11;
    private static final int VOLTAGE_IMBALANCE_WARNING = 17;
    private static final int TEMPERATURE_IMBALANCE_ALARM = 18;
    private static final int CONTACTOR_ERROR = 20;
    private static final int OTHER_ALARM = 25;

    private SunSpecEvents() {}

    /** Returns the bits of the alarms that are active on a string; of all alarms for no string. */
    static int of(NorthboundImage image, String string) {
        int bits = 0;
        for (Alarm alarm : image.alarms()) {
            if (alarm.state().active() && (string.isEmpty() || alarm.strings().contains(string))) {
                bits |= 1 << bit(alarm.point().definition());
            }
        }
        return bits;
    }

    /** A warning has the bit behind that of its alarm. */
    static int bit(AlarmDefinition definition) {
        int warning = definition.level() == AlarmLevel.WARNING ? 1 : 0;
        boolean high = definition.side() == AlarmSide.HIGH;
        return switch (definition.signal()) {
            case MODULE_SILENT, MODULE_NOT_ADDRESSED, LINE_DOWN -> COMMUNICATION_ERROR;
            case BLOCK_TEMPERATURE -> (high ? OVER_TEMPERATURE_ALARM : UNDER_TEMPERATURE_ALARM) + warning;
            case BLOCK_VOLTAGE, STRING_VOLTAGE -> (high ? OVER_VOLTAGE_ALARM : UNDER_VOLTAGE_ALARM) + warning;
            case BLOCK_DEVIATION, STRING_VOLTAGE_DEVIATION -> VOLTAGE_IMBALANCE_WARNING;
            case TEMPERATURE_SPREAD -> TEMPERATURE_IMBALANCE_ALARM + warning;
            case TRIP_FAILED, CANNOT_TRIP -> CONTACTOR_ERROR;
            default -> OTHER_ALARM + warning;
        };
    }
}
