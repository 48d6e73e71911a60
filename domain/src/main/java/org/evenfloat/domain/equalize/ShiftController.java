// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.Arrays;

/**
 * One proportional-integral regulator a block and one shift common to all of them: the block that needs the least
 * bypass gets none, every other one as much more as it needs. Without the shift a charger that holds the sum of all
 * voltages would hide a single low block from its N-1 neighbours, each of which deviates by only 1/(N-1) of it.
 *
 * <p>Shapes: arrays hold one entry a block in string order. Every duty is a number from 0 to 1 for any input. A step
 * allocates nothing. The result does not depend on the order of the blocks.
 */
public final class ShiftController {

    /** No block has that voltage; what is read beyond is no reading. */
    private static final double BEYOND_ANY_BLOCK_VOLTS = 1_000;

    /** Time constant with which a block that is left out forgets its integrator. */
    private static final double FORGET_SECONDS = 600;

    private static final double NO_SHORTAGE = 1e-9;

    private final EqualizerTuning tuning;
    private final int blocks;
    private final double[] integrators;
    private final double[] duties;
    private final double[] filteredVolts;
    private final double[] agesSeconds;
    private final double[] wanted;
    private final boolean[] arrived;
    private final boolean[] used;
    private boolean filtering;
    private double lowestWanted;
    private double highestWanted;

    /** Creates the controller of a string of so many blocks: integrators and duties 0, nothing measured. */
    public ShiftController(int blocks, EqualizerTuning tuning) {
        this.tuning = tuning;
        this.blocks = blocks;
        this.integrators = new double[blocks];
        this.duties = new double[blocks];
        this.filteredVolts = new double[blocks];
        this.agesSeconds = new double[blocks];
        this.wanted = new double[blocks];
        this.arrived = new boolean[blocks];
        this.used = new boolean[blocks];
        Arrays.fill(filteredVolts, Double.NaN);
    }

    /**
     * Makes one step.
     *
     * @param dtSeconds time since the step before, s
     * @param targetVolts voltage all blocks shall have, V; not finite switches all duties off
     * @param enabled whether equalizing is allowed; while it is not, duties are 0 and the integrators keep
     * @param volts measured in this cycle, V; NaN or infinite where nothing came
     * @param eligible which blocks may take part; a block silent for too long does not, whatever this says
     * @param limit highest duty of each block, 0 to 1; NaN counts as 0
     */
    public void step(
            double dtSeconds, double targetVolts, boolean enabled, double[] volts, boolean[] eligible, double[] limit) {
        double dt = dtSeconds > 0 && Double.isFinite(dtSeconds) ? dtSeconds : 0;
        if (!enabled || !plausible(targetVolts)) {
            switchOff();
            return;
        }
        filter(dt, targetVolts, volts, eligible);
        want(targetVolts);
        double shift = shift();
        for (int i = 0; i < blocks; i++) {
            double highest = limit[i] >= 0 ? Math.min(limit[i], 1) : 0;
            double shifted = wanted[i] + shift;
            integrate(i, dt, filteredVolts[i] - targetVolts, shifted, highest, shift);
            double duty = used[i] ? clip(shifted, 0, highest) : 0;
            duties[i] = Math.min(duty, duties[i] + tuning.slewPerSecond() * dt);
        }
        rebase();
    }

    private static boolean plausible(double volts) {
        return Math.abs(volts) < BEYOND_ANY_BLOCK_VOLTS;
    }

    private void switchOff() {
        Arrays.fill(duties, 0);
        Arrays.fill(used, false);
        filtering = false;
    }

    private void filter(double dt, double targetVolts, double[] volts, boolean[] eligible) {
        for (int i = 0; i < blocks; i++) {
            arrived[i] = plausible(volts[i]);
            if (!filtering) {
                filteredVolts[i] = arrived[i] ? volts[i] : targetVolts;
            }
            if (arrived[i]) {
                filteredVolts[i] += tuning.filterShare() * (volts[i] - filteredVolts[i]);
                agesSeconds[i] = 0;
            } else {
                agesSeconds[i] += dt;
            }
            used[i] = eligible[i] && agesSeconds[i] <= tuning.lostSeconds();
        }
        filtering = true;
    }

    private void want(double targetVolts) {
        lowestWanted = Double.POSITIVE_INFINITY;
        highestWanted = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < blocks; i++) {
            double deviationVolts = used[i] ? filteredVolts[i] - targetVolts : 0;
            wanted[i] = clip(tuning.gainPerVolt() * deviationVolts, -1, 1) + integrators[i];
            if (used[i]) {
                lowestWanted = Math.min(lowestWanted, wanted[i]);
                highestWanted = Math.max(highestWanted, wanted[i]);
            }
        }
        if (lowestWanted > highestWanted) {
            lowestWanted = 0;
            highestWanted = 0;
        }
    }

    /** When not all differences fit into 0 to 1, the highest blocks come first: over-charging harms more than lack. */
    private double shift() {
        double shift = -lowestWanted;
        if (shift + highestWanted > 1) {
            shift = Math.max(Math.min(shift, 1 - highestWanted), lowestWanted > 0 ? -lowestWanted : 0);
        }
        return shift;
    }

    private void integrate(int i, double dt, double deviationVolts, double shifted, double highest, double shift) {
        if (!used[i]) {
            integrators[i] *= Math.max(0, 1 - dt / FORGET_SECONDS);
            return;
        }
        double beyond = Math.abs(deviationVolts) - tuning.deadbandVolts();
        if (!arrived[i] || beyond <= 0) {
            return;
        }
        boolean high = deviationVolts > 0;
        // The lowest block stands at 0 in normal service and still integrates; it is held back only while it is
        // denied its shift because the highest blocks come first.
        boolean denied = shift < -lowestWanted - NO_SHORTAGE;
        if (high ? shifted >= highest : shifted <= 0 && denied) {
            return;
        }
        double step = tuning.gainPerVolt() / tuning.integralSeconds() * dt * beyond;
        integrators[i] += high ? step : -step;
    }

    /** Subtracts the lowest integrator: what all have in common would be heat without any effect. */
    private void rebase() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < blocks; i++) {
            if (used[i]) {
                lowest = Math.min(lowest, integrators[i]);
            }
        }
        double base = Double.isFinite(lowest) ? lowest : 0;
        for (int i = 0; i < blocks; i++) {
            integrators[i] = clip(integrators[i] - base, 0, 1);
        }
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Returns the number of blocks. */
    public int blocks() {
        return blocks;
    }

    /** Returns the duty of that block, 0 to 1. */
    public double duty(int block) {
        return duties[block];
    }

    /** Returns the integrator of that block, 0 to 1: the duty it needs in the long run, above the lowest block's. */
    public double z(int block) {
        return integrators[block];
    }

    /** Returns the filtered voltage of that block in V; NaN before the first enabled step. */
    public double filteredVolts(int block) {
        return filteredVolts[block];
    }

    /** Returns how long that block has been silent while equalizing was enabled, s. */
    public double ageSeconds(int block) {
        return agesSeconds[block];
    }

    /** Returns whether that block took part in the last step; false for all while not enabled. */
    public boolean used(int block) {
        return used[block];
    }

    /**
     * Takes over integrators kept from an earlier run, so that a restart disturbs nothing. Returns false, and changes
     * nothing, when they are not one number a block.
     */
    public boolean restore(double[] z) {
        if (z.length != blocks || !Arrays.stream(z).allMatch(Double::isFinite)) {
            return false;
        }
        for (int i = 0; i < blocks; i++) {
            integrators[i] = clip(z[i], 0, 1);
        }
        return true;
    }
}
