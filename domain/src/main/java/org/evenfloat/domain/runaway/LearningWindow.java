// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/** Sums of what was measured in the window that is learnt from. Columns, one entry a block. */
final class LearningWindow {

    private static final short NO_VOLTAGE = Short.MIN_VALUE;

    private final RunawayConstants.Learning constants;
    private final int blocks;
    private final int rows;
    private final double[] celsius;
    private final int[] celsiusCount;
    private final double[] duty;
    private final short[] besideMillivolts;
    private final double[] column;
    private final ColumnRanks columnRanks;
    private double ambient;
    private int ambientCount;
    private double reference;
    private double rise;
    private double normalised;
    private int normalisedCount;
    private double amps;
    private int ampsCount;
    private int samples;
    private int row;
    private double sinceRowSeconds;

    LearningWindow(int blocks, RunawayConstants.Learning constants) {
        this.constants = constants;
        this.blocks = blocks;
        rows = (int) StrictMath.ceil(constants.windowSeconds() / constants.voltageRowSeconds());
        celsius = new double[blocks];
        celsiusCount = new int[blocks];
        duty = new double[blocks];
        besideMillivolts = new short[rows * blocks];
        column = new double[rows];
        columnRanks = new ColumnRanks(rows);
    }

    void clear() {
        Arrays.fill(celsius, 0);
        Arrays.fill(celsiusCount, 0);
        Arrays.fill(duty, 0);
        ambient = 0;
        ambientCount = 0;
        reference = 0;
        rise = 0;
        normalised = 0;
        normalisedCount = 0;
        amps = 0;
        ampsCount = 0;
        samples = 0;
        row = 0;
        sinceRowSeconds = 0;
    }

    /**
     * Takes a sample.
     *
     * @param normalisedAmps float current at 25 °C and 2.27 V, A; NaN when not known
     */
    void add(double dtSeconds, RunawaySample sample, TemperatureSense temperatures, Temperatures now, VoltageSense voltages,
            AmbientSense air, double normalisedAmps) {
        for (int i = 0; i < blocks; i++) {
            if (temperatures.good(i)) {
                celsius[i] += now.warmed[i];
                celsiusCount[i]++;
            }
        }
        if (!Double.isNaN(air.goodCelsius())) {
            ambient += air.goodCelsius();
            ambientCount++;
        }
        reference += air.referenceCelsius();
        rise += now.medianRise();
        samples++;
        if (!Double.isNaN(normalisedAmps)) {
            normalised += normalisedAmps;
            normalisedCount++;
        }
        double stringAmps = sample.amps();
        if (!Double.isNaN(stringAmps)) {
            amps += stringAmps;
            ampsCount++;
            for (int i = 0; i < blocks; i++) {
                duty[i] += sample.duty(i);
            }
        }
        sinceRowSeconds += dtSeconds;
        if (row == 0 || sinceRowSeconds >= constants.voltageRowSeconds()) {
            addRow(voltages.beside());
        }
    }

    private void addRow(double[] beside) {
        int at = row % rows * blocks;
        for (int i = 0; i < blocks; i++) {
            besideMillivolts[at + i] = Double.isNaN(beside[i]) ? NO_VOLTAGE
                    : (short) Math.max(-32_000, Math.min(32_000, Math.rint(1000 * beside[i])));
        }
        row++;
        sinceRowSeconds = 0;
    }

    /** Returns the mean temperature of each block, °C; NaN where too few samples were good. */
    double celsius(int block) {
        return 2 * celsiusCount[block] < samples || samples == 0 ? Double.NaN : celsius[block] / celsiusCount[block];
    }

    /** Returns the mean of the good air temperatures, °C; NaN when too few were. */
    double ambientCelsius() {
        return 2 * ambientCount < samples || samples == 0 ? Double.NaN : ambient / ambientCount;
    }

    /** Returns the mean of what blocks were compared with, °C. */
    double referenceCelsius() {
        return reference / samples;
    }

    /** Returns the mean rise of the median block, K. */
    double medianRiseKelvin() {
        return rise / samples;
    }

    /** Returns the mean float current at 25 °C and 2.27 V, A; NaN when it is not known. */
    double normalisedAmps() {
        return normalisedCount == 0 ? Double.NaN : normalised / normalisedCount;
    }

    /** Returns the mean string current, A; NaN when it is not known. */
    double amps() {
        return ampsCount == 0 ? Double.NaN : amps / ampsCount;
    }

    /** Returns the mean duty of that block while the current was known, 0 to 1. */
    double duty(int block) {
        return ampsCount == 0 ? 0 : duty[block] / ampsCount;
    }

    /** Returns the median of how far that block was above the median block, V; NaN when it is not known. */
    double besideVolts(int block) {
        int kept = Math.min(row, rows);
        Arrays.fill(column, Double.NaN);
        for (int k = 0; k < kept; k++) {
            short millivolts = besideMillivolts[k * blocks + block];
            column[k] = millivolts == NO_VOLTAGE ? Double.NaN : millivolts / 1000.0;
        }
        return columnRanks.median(column);
    }

    boolean empty() {
        return samples == 0;
    }

    void visit(StateTape tape) {
        tape.all(celsius);
        tape.all(celsiusCount);
        tape.all(duty);
        tape.all(besideMillivolts);
        ambient = tape.number(ambient);
        ambientCount = tape.count(ambientCount);
        reference = tape.number(reference);
        rise = tape.number(rise);
        normalised = tape.number(normalised);
        normalisedCount = tape.count(normalisedCount);
        amps = tape.number(amps);
        ampsCount = tape.count(ampsCount);
        samples = tape.count(samples);
        row = tape.count(row);
        sinceRowSeconds = tape.number(sinceRowSeconds);
    }
}
