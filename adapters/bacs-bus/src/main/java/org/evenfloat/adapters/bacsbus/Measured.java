// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.Sensor;

/** Reads the answers that carry measured values into the columns of a sweep. */
final class Measured {

    private static final int SHORT_STATE = 4;
    private static final int ATTENTION = 0x80;
    private static final int SENSOR_BROKEN = 0x10;
    private static final int SEQUENCE = 0x0F;
    private static final int FOUR = 0x0F;
    private static final int NO_VOLTAGE = 0xFFFF;
    private static final int NO_TEMPERATURE = Short.MIN_VALUE;
    private static final int NO_CURRENT = Integer.MIN_VALUE;
    /** The bus counts tenths of a degree, the columns hundredths. */
    private static final int TENTH = 10;

    private Measured() {}

    /** Returns the number of the SAMPLE that the values belong to. */
    static int sequence(Frame answer) {
        return answer.u8At(SHORT_STATE) & SEQUENCE;
    }

    /** Returns whether the device wants to be asked for its status. */
    static boolean wantsAttention(Frame answer) {
        return (answer.u8At(SHORT_STATE) & ATTENTION) != 0;
    }

    /**
     * Sets the values of a place in the fill, where a value says "none" leaving it as it is.
     *
     * @param row as in {@link SweepPlan#row}
     * @return whether the answer is of the kind that the roster has there
     */
    static boolean store(Frame answer, SweepFill fill, int row) {
        if (row >= 0) {
            return storeBlock(answer, fill, row);
        }
        int relayRow = ~row - fill.roster().sensorCount();
        if (relayRow >= 0) {
            return storeContacts(answer, fill, relayRow);
        }
        return fill.roster().sensor(~row).kind() == Sensor.Kind.CURRENT
                ? storeCurrent(answer, fill, ~row) : storeTemperature(answer, fill, ~row);
    }

    private static boolean storeBlock(Frame answer, SweepFill fill, int row) {
        if (answer.type() != FrameType.MEASURED_BLOCK) {
            return false;
        }
        int millivolts = answer.u16At(0);
        if (millivolts != NO_VOLTAGE) {
            fill.set(MeasurementKind.VOLTAGE, row, millivolts, Quality.GOOD);
        }
        int temperature = answer.i16At(2);
        if (temperature != NO_TEMPERATURE && (answer.u8At(SHORT_STATE) & SENSOR_BROKEN) == 0) {
            fill.set(MeasurementKind.TEMPERATURE, row, temperature * TENTH, Quality.GOOD);
        }
        return true;
    }

    private static boolean storeCurrent(Frame answer, SweepFill fill, int sensorRow) {
        if (answer.type() != FrameType.MEASURED_CURRENT) {
            return false;
        }
        int milliamps = answer.i32At(0);
        if (milliamps != NO_CURRENT) {
            fill.setSensor(sensorRow, milliamps, Quality.GOOD);
        }
        return true;
    }

    private static boolean storeTemperature(Frame answer, SweepFill fill, int sensorRow) {
        if (answer.type() != FrameType.MEASURED_TEMPERATURE) {
            return false;
        }
        int temperature = answer.i16At(0);
        if (temperature != NO_TEMPERATURE && (answer.u8At(SHORT_STATE) & SENSOR_BROKEN) == 0) {
            fill.setSensor(sensorRow, temperature * TENTH, Quality.GOOD);
        }
        return true;
    }

    private static boolean storeContacts(Frame answer, SweepFill fill, int relayRow) {
        if (answer.type() != FrameType.MEASURED_CONTACTS) {
            return false;
        }
        fill.setRelays(relayRow, contacts(answer));
        return true;
    }

    /** Returns what a relay module says in a sweep. */
    static RelayWord contacts(Frame answer) {
        return new RelayWord(answer.u8At(0) & FOUR, answer.u8At(0) >> 4, answer.u8At(1) & FOUR, answer.u16At(2),
                wantsAttention(answer));
    }

    /** Marks everything that a sweep measures as not there. */
    static void markAllMissing(SweepFill fill) {
        for (int row = 0; row < fill.roster().moduleCount(); row++) {
            markMissing(fill, row);
        }
        for (int row = 0; row < fill.roster().sensorCount(); row++) {
            markMissing(fill, ~row);
        }
        for (int row = 0; row < fill.roster().relayModuleCount(); row++) {
            fill.missRelays(row);
        }
    }

    /** Marks what a sweep measures in that row, as in {@link SweepPlan#row}, as not there. */
    static void markMissing(SweepFill fill, int row) {
        int relayRow = ~row - fill.roster().sensorCount();
        if (row < 0 && relayRow >= 0) {
            fill.missRelays(relayRow);
        } else if (row < 0) {
            fill.markSensor(~row, Quality.MISSING);
        } else {
            fill.mark(MeasurementKind.VOLTAGE, row, Quality.MISSING);
            fill.mark(MeasurementKind.TEMPERATURE, row, Quality.MISSING);
        }
    }
}
