// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.Arrays;
import org.evenfloat.domain.state.StringState;

/**
 * The voltage that all blocks of a string shall share: their own mean, because a charger holds the sum and no bypass
 * can change it. A block far below the median does not pull the mean down, one far above does count.
 *
 * <p>A block that is silent counts with its last value for {@link EqualizerTuning#lostSeconds()}, so that a lost frame
 * moves nothing; after that it is left out, because the charger may have moved on meanwhile. Shapes: arrays hold one
 * entry a block in string order. An update allocates nothing and gives the same for any order of the blocks.
 */
public final class TargetTracker {

    /** Below the median by that much per cell: a shorted cell or an empty block, not a part of the mean, V. */
    static final double LOW_OUTLIER_CELL_VOLTS = 0.12;

    private final double outlierVolts;
    private final double lostSeconds;
    private final double filterSeconds;
    private final double[] lastVolts;
    private final double[] agesSeconds;
    private final double[] sorted;
    private double meanVolts = Double.NaN;
    private double filteredVolts = Double.NaN;
    private double targetVolts = Double.NaN;

    /** Creates the tracker of a string of so many blocks with so many cells each. */
    public TargetTracker(int blocks, int cells, EqualizerTuning tuning) {
        this.outlierVolts = LOW_OUTLIER_CELL_VOLTS * cells;
        this.lostSeconds = tuning.lostSeconds();
        this.filterSeconds = tuning.targetFilterSeconds();
        this.lastVolts = new double[blocks];
        this.agesSeconds = new double[blocks];
        this.sorted = new double[blocks];
        Arrays.fill(lastVolts, Double.NaN);
    }

    /**
     * Takes one cycle's voltages.
     *
     * @param dtSeconds time since the cycle before, s
     * @param state what the string is doing; in recharge and boost the voltage moves and the target is not filtered
     * @param volts measured in this cycle, V; NaN where nothing came
     * @param excluded blocks that do not count
     */
    public void update(double dtSeconds, StringState state, double[] volts, boolean[] excluded) {
        int known = 0;
        for (int i = 0; i < lastVolts.length; i++) {
            if (Double.isFinite(volts[i])) {
                lastVolts[i] = volts[i];
                agesSeconds[i] = 0;
            } else {
                agesSeconds[i] += dtSeconds;
            }
            if (!excluded[i] && agesSeconds[i] <= lostSeconds && Double.isFinite(lastVolts[i])) {
                sorted[known++] = lastVolts[i];
            }
        }
        meanVolts = known == 0 ? Double.NaN : meanWithoutLowOutliers(known);
        if (known == 0) {
            targetVolts = Double.NaN;
            return;
        }
        filteredVolts = Double.isNaN(filteredVolts)
                ? meanVolts
                : filteredVolts + dtSeconds / (dtSeconds + filterSeconds) * (meanVolts - filteredVolts);
        boolean moving = state == StringState.RECHARGE || state == StringState.BOOST;
        targetVolts = moving ? meanVolts : filteredVolts;
    }

    private double meanWithoutLowOutliers(int known) {
        sort(known);
        double median = (sorted[(known - 1) / 2] + sorted[known / 2]) / 2;
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < known; k++) {
            if (sorted[k] > median - outlierVolts) {
                sum += sorted[k];
                counted++;
            }
        }
        return counted == 0 ? median : sum / counted;
    }

    /** Shell's sort, in place: {@link Arrays#sort(double[])} allocates, and the sum must not depend on the order. */
    private void sort(int known) {
        for (int gap = known / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11) {
            for (int k = gap; k < known; k++) {
                double volts = sorted[k];
                int place = k;
                for (; place >= gap && sorted[place - gap] > volts; place -= gap) {
                    sorted[place] = sorted[place - gap];
                }
                sorted[place] = volts;
            }
        }
    }

    /** Returns the mean of the cycle in V; NaN while no block is known. */
    public double meanVolts() {
        return meanVolts;
    }

    /** Returns the target of the cycle in V; NaN while no block is known. */
    public double targetVolts() {
        return targetVolts;
    }

    /** Returns the last voltage of that block in V, however old; NaN before the first. */
    public double lastVolts(int block) {
        return lastVolts[block];
    }

    /** Returns how long ago that block was last measured, s. */
    public double ageSeconds(int block) {
        return agesSeconds[block];
    }
}
