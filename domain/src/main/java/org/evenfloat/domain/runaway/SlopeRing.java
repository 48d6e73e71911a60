// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/**
 * The temperatures of the last 45 minutes, one a minute at most, and how fast they rise: the slope of the straight line
 * with the least squares, over time and not over a number of samples.
 */
final class SlopeRing {

    /** Samples that come closer together are left out, so that the ring always spans its time, ms. */
    static final long CLOSEST_MILLIS = 55_000;

    private final RunawayConstants.Sensing constants;
    private final int blocks;
    private final int capacity;
    private final long[] at;
    private final short[] centiCelsius;
    private final double[] ambient;
    private final double[] weight;
    private final double[] slope;
    private double ambientSlope;
    private int next;
    private int count;

    SlopeRing(int blocks, RunawayConstants.Sensing constants) {
        this.constants = constants;
        this.blocks = blocks;
        capacity = 1 + (int) StrictMath.ceil(1000 * constants.slopeSeconds() / CLOSEST_MILLIS);
        at = new long[capacity];
        centiCelsius = new short[capacity * blocks];
        ambient = new double[capacity];
        weight = new double[capacity];
        slope = new double[blocks];
    }

    void step(long millis, TemperatureSense temperatures, double ambientCelsius) {
        boolean apart = count == 0 || millis - at[slot(count - 1)] >= CLOSEST_MILLIS;
        if (apart && !Double.isNaN(ambientCelsius)) {
            push(millis, temperatures.counting(), ambientCelsius);
        }
        for (int i = 0; i < blocks; i++) {
            if (temperatures.first(i)) {
                fill(i, temperatures.counting()[i]);
            }
        }
        while (count > 0 && millis - at[slot(0)] > 1000 * constants.slopeSeconds()) {
            count--;
        }
        slopes();
    }

    private int slot(int fromOldest) {
        return Math.floorMod(next - count + fromOldest, capacity);
    }

    private void push(long millis, double[] celsius, double ambientCelsius) {
        int before = Math.floorMod(next - 1, capacity) * blocks;
        at[next] = millis;
        ambient[next] = ambientCelsius;
        for (int i = 0; i < blocks; i++) {
            // what a blind block had last stays, so that it has no slope of its own making
            centiCelsius[next * blocks + i] =
                    Double.isNaN(celsius[i]) ? centiCelsius[before + i] : (short) Math.rint(100 * celsius[i]);
        }
        next = (next + 1) % capacity;
        count = Math.min(count + 1, capacity);
    }

    private void fill(int block, double celsius) {
        for (int k = 0; k < capacity; k++) {
            centiCelsius[k * blocks + block] = (short) Math.rint(100 * celsius);
        }
    }

    private void slopes() {
        Arrays.fill(slope, 0);
        ambientSlope = 0;
        if (count < constants.slopeSamples()
                || at[slot(count - 1)] - at[slot(0)] < 1000 * constants.slopeSpanSeconds()) {
            return;
        }
        long origin = at[slot(0)];
        double mean = 0;
        for (int k = 0; k < count; k++) {
            mean += (at[slot(k)] - origin) / 3.6e6 / count;
        }
        double squares = 0;
        for (int k = 0; k < count; k++) {
            weight[k] = (at[slot(k)] - origin) / 3.6e6 - mean;
            squares += weight[k] * weight[k];
        }
        for (int k = 0; k < count; k++) {
            double share = weight[k] / squares;
            double hundredth = share / 100;
            int row = slot(k) * blocks;
            ambientSlope += share * ambient[slot(k)];
            for (int i = 0; i < blocks; i++) {
                slope[i] += hundredth * centiCelsius[row + i];
            }
        }
    }

    /** Returns how fast each block rises, K/h; 0 while too little is known. */
    double[] slopes(TemperatureSense temperatures) {
        for (int i = 0; i < blocks; i++) {
            slope[i] = temperatures.blind(i) ? Double.NaN : slope[i];
        }
        return slope;
    }

    /** Returns how fast the air rises, K/h. */
    double ambientSlope() {
        return ambientSlope;
    }

    void visit(StateTape tape) {
        next = tape.count(next);
        count = tape.count(count);
        tape.all(at);
        tape.all(ambient);
        tape.all(centiCelsius);
        tape.all(slope);
        ambientSlope = tape.number(ambientSlope);
    }
}
