// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import org.evenfloat.domain.topology.ModuleType;

/**
 * Which blocks of a string are left out of equalizing, and why. Shapes: arrays hold one entry a block in string
 * order; times are counted in what the caller says has passed. Nothing is allocated while watching.
 */
public final class ExclusionWatch {

    private static final double SHORT_SECONDS = 600;

    /** A block comes back above this distance per cell, so that one at the limit does not go in and out, V. */
    private static final double RECOVERED_CELL_VOLTS = 0.10;

    private final double lowestVolts;
    private final double highestVolts;
    private final double shortVolts;
    private final double recoveredVolts;
    private final boolean[] outOfRange;
    private final boolean[] user;
    private final boolean[] temperatureAlarm;
    private final boolean[] shorted;
    private final double[] replacedSeconds;
    private final double[] turningSeconds;
    private final boolean[] excluded;

    /** Creates the watch over a string of so many blocks with so many cells each, under modules of that type. */
    public ExclusionWatch(int blocks, int cells, ModuleType module) {
        this.lowestVolts = module.minVoltage().volts();
        this.highestVolts = module.maxVoltage().volts();
        this.shortVolts = TargetTracker.LOW_OUTLIER_CELL_VOLTS * cells;
        this.recoveredVolts = RECOVERED_CELL_VOLTS * cells;
        this.outOfRange = new boolean[blocks];
        this.user = new boolean[blocks];
        this.temperatureAlarm = new boolean[blocks];
        this.shorted = new boolean[blocks];
        this.replacedSeconds = new double[blocks];
        this.turningSeconds = new double[blocks];
        this.excluded = new boolean[blocks];
    }

    /** Leaves a block out because somebody wants so, or takes it in again. */
    public void user(int block, boolean out) {
        user[block] = out;
        settle(block);
    }

    /** Leaves a block out while its temperature sensor is not trusted. */
    public void temperatureAlarm(int block, boolean alarm) {
        temperatureAlarm[block] = alarm;
        settle(block);
    }

    /** Leaves a replaced block out for that time from now, s; 0 ends it. */
    public void replaced(int block, double remainingSeconds) {
        replacedSeconds[block] = Math.max(0, remainingSeconds);
        shorted[block] = false;
        turningSeconds[block] = 0;
        settle(block);
    }

    private void settle(int block) {
        excluded[block] =
                user[block] || temperatureAlarm[block] || shorted[block] || replacedSeconds[block] > 0;
    }

    /**
     * Copies the voltages that are readings into {@code usable}: what lies outside the module's range is no reading,
     * and its block is not eligible until it has one again.
     *
     * @param volts measured in this cycle, V; NaN or infinite where nothing came
     * @param usable receives the reading or NaN
     */
    public void screen(double[] volts, double[] usable) {
        for (int i = 0; i < usable.length; i++) {
            usable[i] = Double.NaN;
            if (Double.isFinite(volts[i])) {
                outOfRange[i] = volts[i] < lowestVolts || volts[i] > highestVolts;
                usable[i] = outOfRange[i] ? Double.NaN : volts[i];
            }
        }
    }

    /**
     * Lets time pass.
     *
     * @param dtSeconds time since the cycle before, s
     * @param charging whether the string is held at a charging voltage without a gap since the cycle before: only
     *     there a low voltage means a short
     * @param meanVolts mean of the string, V
     * @param usable readings of this cycle, V; NaN where there is none: the time of such a block stands still
     */
    public void advance(double dtSeconds, boolean charging, double meanVolts, double[] usable) {
        for (int i = 0; i < usable.length; i++) {
            replacedSeconds[i] = Math.max(0, replacedSeconds[i] - dtSeconds);
            if (!charging) {
                turningSeconds[i] = 0;
            } else if (Double.isFinite(usable[i])) {
                watchShort(i, dtSeconds, meanVolts - usable[i]);
            }
            settle(i);
        }
    }

    private void watchShort(int i, double dtSeconds, double belowVolts) {
        boolean turning = shorted[i] ? belowVolts < recoveredVolts : belowVolts > shortVolts;
        if (!turning) {
            turningSeconds[i] = 0;
            return;
        }
        turningSeconds[i] += dtSeconds;
        if (turningSeconds[i] >= SHORT_SECONDS) {
            shorted[i] = !shorted[i];
            turningSeconds[i] = 0;
        }
    }

    /** Copies which blocks may take part, but for the age of their voltage, into {@code eligible}. */
    void copyEligible(boolean[] eligible) {
        for (int i = 0; i < eligible.length; i++) {
            eligible[i] = !excluded[i] && !outOfRange[i];
        }
    }

    /** Copies which blocks do not count for the mean into {@code target}. */
    void copyExcluded(boolean[] target) {
        System.arraycopy(excluded, 0, target, 0, target.length);
    }

    /** Returns why that block does not take part; {@link Exclusion#LOST} is not known here. */
    public Exclusion reason(int block) {
        if (user[block]) {
            return Exclusion.USER;
        }
        if (replacedSeconds[block] > 0) {
            return Exclusion.REPLACED;
        }
        if (shorted[block]) {
            return Exclusion.SHORT;
        }
        if (temperatureAlarm[block]) {
            return Exclusion.TEMPERATURE_SENSOR;
        }
        return outOfRange[block] ? Exclusion.OUT_OF_RANGE : Exclusion.NONE;
    }
}
