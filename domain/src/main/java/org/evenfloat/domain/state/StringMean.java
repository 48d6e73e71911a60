// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

import java.util.Arrays;

/**
 * The mean cell voltage of a string that does not jump when a block falls silent: a silent block is taken to move with
 * the others. Shapes: one voltage a block in string order. An update allocates nothing.
 */
public final class StringMean {

    private final int cells;
    private final double[] lastVolts;

    /** Creates the mean of a string of so many blocks with so many cells each. */
    public StringMean(int blocks, int cells) {
        this.cells = cells;
        this.lastVolts = new double[blocks];
        Arrays.fill(lastVolts, Double.NaN);
    }

    /**
     * Takes one sweep and returns the mean in V per cell. NaN when less than half of the blocks have a voltage, and in
     * a sweep in which a block has its first one after others had theirs, because then the mean may jump.
     *
     * @param volts measured in this sweep, V; NaN where nothing good came
     */
    public double update(double[] volts) {
        int known = 0;
        int arrived = 0;
        int moved = 0;
        double move = 0;
        for (int i = 0; i < lastVolts.length; i++) {
            boolean here = Double.isFinite(volts[i]);
            boolean before = !Double.isNaN(lastVolts[i]);
            arrived += here ? 1 : 0;
            known += before ? 1 : 0;
            if (here && before) {
                move += volts[i] - lastVolts[i];
                moved++;
            }
        }
        if (2 * arrived < lastVolts.length) {
            return Double.NaN;
        }
        boolean grows = known > 0 && arrived > moved;
        return take(volts, moved == 0 ? 0 : move / moved, grows);
    }

    private double take(double[] volts, double commonMove, boolean grows) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < lastVolts.length; i++) {
            lastVolts[i] = Double.isFinite(volts[i]) ? volts[i] : lastVolts[i] + commonMove;
            if (!Double.isNaN(lastVolts[i])) {
                sum += lastVolts[i];
                known++;
            }
        }
        return grows ? Double.NaN : sum / known / cells;
    }
}
