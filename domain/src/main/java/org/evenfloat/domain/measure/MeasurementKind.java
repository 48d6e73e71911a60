// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/** What is measured on a block. The order is part of the history format: append only. */
public enum MeasurementKind {
    /** Terminal voltage with the bypass paused, 1 mV. */
    VOLTAGE("mV"),
    /** Surface temperature, 0.01 °C. */
    TEMPERATURE("0.01 °C"),
    /** Internal resistance as measured, 1 µΩ. */
    RESISTANCE("µΩ"),
    /** Duty of the bypass that the server asked for, 1/1000. */
    DUTY("permille");

    private static final MeasurementKind[] ALL = values();

    private final String unit;

    MeasurementKind(String unit) {
        this.unit = unit;
    }

    /** Returns the unit of the column. */
    public String unit() {
        return unit;
    }

    /** Returns the number of kinds. */
    public static int count() {
        return ALL.length;
    }
}
