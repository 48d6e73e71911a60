// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;

/** The three flag words at the beginning of the BACS block. */
final class BacsFlags {

    /** Bits of 1000, as published. */
    static final int RUNNING = 0x0001;
    static final int MODULE_LOST = 0x0004;
    static final int DISCHARGING = 0x0008;
    static final int CHARGING = 0x0010;
    static final int FLOAT_CHARGING = 0x0040;
    static final int EQUALISATION = 0x0080;
    static final int SYSTEM_FAILURE = 0x0100;
    static final int VOLTAGE_OUT_OF_RANGE = 0x0200;
    static final int TEMPERATURE_OUT_OF_RANGE = 0x0400;
    static final int RESISTOR_OUT_OF_RANGE = 0x0800;

    /** Bit of 1002: the general alarm stands. Ours, like all others there. */
    static final int GENERAL_ALARM = 0x8000;

    private static final int FLOAT = 1;
    private static final int BOOST = 2;
    private static final int RECHARGE = 3;
    private static final int DISCHARGE = 4;
    private static final int WORKING = 2;
    private static final int CONVERGED = 3;

    private static final int VOLTAGE = 1;
    private static final int TEMPERATURE = 1 << 1;
    private static final int RESISTANCE = 1 << 2;
    private static final int LINE = 1 << 6;
    private static final int MONITOR = 1 << 12;

    private BacsFlags() {}

    /** 1000: general status; 0 before the first sweep. */
    static int general(NorthboundImage image, int row) {
        if (image.value(PointColumn.SITE_BLOCKS, 0) == 0 || !swept(image)) {
            return 0;
        }
        int flags = RUNNING | states(image);
        int kinds = image.value(PointColumn.SITE_ALARM_KINDS, 0) | image.value(PointColumn.SITE_WARNINGS, 0);
        flags |= image.value(PointColumn.SITE_MISSING, 0) > 0 ? MODULE_LOST : 0;
        flags |= (kinds & VOLTAGE) != 0 ? VOLTAGE_OUT_OF_RANGE : 0;
        flags |= (kinds & TEMPERATURE) != 0 ? TEMPERATURE_OUT_OF_RANGE : 0;
        flags |= (kinds & RESISTANCE) != 0 ? RESISTOR_OUT_OF_RANGE : 0;
        flags |= (kinds & (LINE | MONITOR)) != 0 ? SYSTEM_FAILURE : 0;
        return flags;
    }

    private static boolean swept(NorthboundImage image) {
        for (int line = 0; line < image.table().rows(PointSubject.LINE); line++) {
            if (image.known(PointColumn.LINE_SWEPT, line)) {
                return true;
            }
        }
        return false;
    }

    private static int states(NorthboundImage image) {
        int flags = 0;
        for (int string = 0; string < image.table().rows(PointSubject.STRING); string++) {
            flags |= switch (image.value(PointColumn.STRING_STATE, string)) {
                case FLOAT -> FLOAT_CHARGING;
                case BOOST, RECHARGE -> CHARGING;
                case DISCHARGE -> DISCHARGING;
                default -> 0;
            };
            int phase = image.value(PointColumn.STRING_PHASE, string);
            boolean duty = image.value(PointColumn.STRING_DUTY, string) > 0;
            flags |= (phase == WORKING || phase == CONVERGED) && duty ? EQUALISATION : 0;
        }
        return flags;
    }

    /** 1001: kinds of warnings that are active. */
    static int warnings(NorthboundImage image, int row) {
        return image.value(PointColumn.SITE_WARNINGS, 0);
    }

    /** 1002: kinds of alarms that are active; not 0 while the general alarm stands. */
    static int alarms(NorthboundImage image, int row) {
        return image.value(PointColumn.SITE_ALARM_KINDS, 0)
                | (image.value(PointColumn.SITE_GENERAL_ALARM, 0) != 0 ? GENERAL_ALARM : 0);
    }
}
