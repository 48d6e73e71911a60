// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import java.util.List;

/** The calibrations of one line's modules in columns; immutable. Shapes: one entry per module row. */
public final class CalibrationColumns {

    /** Corrects nothing, whatever the line. */
    public static final CalibrationColumns NONE = new CalibrationColumns(List.of());

    private final boolean identity;
    private final int[] gainMillionths;
    private final int[] offsetMicrovolts;
    private final int[] temperatureOffsetCentidegrees;

    private CalibrationColumns(List<Calibration> rows) {
        this.identity = rows.stream().allMatch(Calibration::isNone);
        this.gainMillionths = rows.stream().mapToInt(Calibration::gainMillionths).toArray();
        this.offsetMicrovolts = rows.stream().mapToInt(Calibration::offsetMicrovolts).toArray();
        this.temperatureOffsetCentidegrees =
                rows.stream().mapToInt(Calibration::temperatureOffsetCentidegrees).toArray();
    }

    /** Returns the columns of a line, one calibration per module row. */
    public static CalibrationColumns of(List<Calibration> rows) {
        return new CalibrationColumns(rows);
    }

    /** Corrects what this sweep has measured; what is left of an earlier one has been corrected then. */
    public void apply(SweepFill fill) {
        if (identity) {
            return;
        }
        int[] volts = fill.values[MeasurementKind.VOLTAGE.ordinal()];
        byte[] voltsQuality = fill.qualities[MeasurementKind.VOLTAGE.ordinal()];
        int[] degrees = fill.values[MeasurementKind.TEMPERATURE.ordinal()];
        byte[] degreesQuality = fill.qualities[MeasurementKind.TEMPERATURE.ordinal()];
        byte stale = Quality.STALE.code();
        for (int row = 0; row < gainMillionths.length; row++) {
            if (voltsQuality[row] < stale) {
                volts[row] = Calibration.millivolts(volts[row], gainMillionths[row], offsetMicrovolts[row]);
            }
            if (degreesQuality[row] < stale) {
                degrees[row] += temperatureOffsetCentidegrees[row];
            }
        }
    }

    /**
     * Returns what the module in that row must regulate to so that its corrected voltage is {@code millivolts}, mV;
     * 0 stays 0, which means that there is no target.
     */
    public int rawTargetMillivolts(int row, int millivolts) {
        if (identity || millivolts == 0) {
            return millivolts;
        }
        Calibration calibration = new Calibration(gainMillionths[row], offsetMicrovolts[row], 0);
        return (int) Math.round(calibration.rawMillivolts(millivolts));
    }
}
