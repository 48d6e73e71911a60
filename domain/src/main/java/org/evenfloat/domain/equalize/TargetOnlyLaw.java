// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/**
 * The target for battery modules that accept no duty and regulate to a target by themselves: below the mean by what
 * the lowest block lacks, so that all others come down to it. Reaches the band, but keeps a larger residue than
 * {@link ShiftController}: 5 to 30 mV.
 */
public final class TargetOnlyLaw {

    /** The lowest block itself must stay unbypassed in spite of noise, V. */
    private static final double LOWEST_STAYS_OFF_VOLTS = 0.002;

    /** Most that the target may lie below the mean, V per cell: 0.3 V for a block of six. */
    private static final double MOST_CELL_VOLTS = 0.05;

    private static final double HEADROOM_STARTS_AT_DUTY = 0.95;
    private static final double HEADROOM_FULL_AT_DUTY = 0.75;

    /** Slower than the modules' own loops, else the target and their duties would chase each other, s. */
    private static final double HEADROOM_SECONDS = 300;

    private final double mostVolts;
    private double headroom = 1;
    private double targetVolts = Double.NaN;

    /** Creates the law for blocks of so many cells. */
    public TargetOnlyLaw(int cells) {
        this.mostVolts = MOST_CELL_VOLTS * cells;
    }

    /**
     * Takes one cycle.
     *
     * @param dtSeconds time since the cycle before, s
     * @param meanVolts what all blocks shall share, V
     * @param lowestVolts lowest filtered voltage of the blocks that take part, V
     * @param largestDuty largest duty the modules report, 0 to 1; NaN when they report none
     * @return target for the modules, V; NaN while mean or lowest are not known
     */
    public double step(double dtSeconds, double meanVolts, double lowestVolts, double largestDuty) {
        double wanted = (HEADROOM_STARTS_AT_DUTY - largestDuty) / (HEADROOM_STARTS_AT_DUTY - HEADROOM_FULL_AT_DUTY);
        double allowed = Double.isNaN(wanted) ? 1 : clip(wanted, 0, 1);
        headroom += dtSeconds / (dtSeconds + HEADROOM_SECONDS) * (allowed - headroom);
        double below = clip(meanVolts - lowestVolts - LOWEST_STAYS_OFF_VOLTS, 0, mostVolts);
        targetVolts = meanVolts - headroom * below;
        return targetVolts;
    }

    /** Returns the target of the last cycle in V; NaN before the first. */
    public double targetVolts() {
        return targetVolts;
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
