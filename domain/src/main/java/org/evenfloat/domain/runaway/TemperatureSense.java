// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/**
 * Believes or disbelieves the block sensors. A bad reading leaves the last good one standing, for a time; then the block
 * is blind until its sensor reads something possible again.
 */
final class TemperatureSense {

    private static final int MOST_COUNTED = 1_000_000;

    private final RunawayConstants.Sensing constants;
    private final double[] held;
    private final int[] badInARow;
    private final double[] counting;
    private final boolean[] first;
    private int newFaults;

    TemperatureSense(int blocks, RunawayConstants.Sensing constants) {
        this.constants = constants;
        held = new double[blocks];
        Arrays.fill(held, Double.NaN);
        badInARow = new int[blocks];
        counting = new double[blocks];
        first = new boolean[blocks];
    }

    void step(RunawaySample sample, double dtSeconds) {
        newFaults = 0;
        double mayDiffer = constants.stepKelvin() + constants.stepKelvinPerSecond() * dtSeconds;
        for (int i = 0; i < held.length; i++) {
            double read = sample.celsius(i);
            boolean possible = read > constants.lowestCelsius() && read < constants.highestCelsius();
            boolean any = Double.isNaN(held[i]) || badInARow[i] >= constants.holdSamples();
            first[i] = false;
            if (possible && (any || Math.abs(read - held[i]) <= mayDiffer)) {
                first[i] = Double.isNaN(held[i]);
                held[i] = read;
                badInARow[i] = 0;
            } else {
                badInARow[i] = Math.min(badInARow[i] + 1, MOST_COUNTED);
                newFaults += badInARow[i] == constants.faultSamples() ? 1 : 0;
            }
            counting[i] = blind(i) ? Double.NaN : held[i];
        }
    }

    /** Returns the last good reading of each block, °C; NaN where the block is blind. */
    double[] counting() {
        return counting;
    }

    /** Returns whether that sensor read well in this sample. */
    boolean good(int block) {
        return badInARow[block] == 0;
    }

    /** Returns whether it read well for the first time. */
    boolean first(int block) {
        return first[block];
    }

    /** Returns whether that sensor has read badly so often that it is broken. */
    boolean faulty(int block) {
        return badInARow[block] >= constants.faultSamples();
    }

    /** Returns whether nothing that counts is known of that block. */
    boolean blind(int block) {
        return Double.isNaN(held[block]) || badInARow[block] > constants.holdSamples();
    }

    /** Returns how many blocks have a temperature that counts. */
    int seeing() {
        int count = 0;
        for (double celsius : counting) {
            count += Double.isNaN(celsius) ? 0 : 1;
        }
        return count;
    }

    /** Returns how many sensors became faulty in this sample. */
    int newFaults() {
        return newFaults;
    }

    void visit(StateTape tape) {
        tape.all(held);
        tape.all(badInARow);
        newFaults = tape.count(newFaults);
        for (int i = 0; i < held.length; i++) {
            first[i] = tape.flag(first[i]);
            counting[i] = blind(i) ? Double.NaN : held[i];
        }
    }
}
