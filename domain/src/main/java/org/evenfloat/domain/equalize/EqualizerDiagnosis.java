// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.state.StringState;

/**
 * How far the equalizing of a string has come, from what its controller sees. Only time in which equalizing was
 * enabled counts; a pause starts every count anew, a pause of more than 15 minutes ends {@link #converged()}, and
 * none ends a verdict that calls for a person. While less than half of the blocks take part there is no new verdict.
 * Blocks are judged by their filtered voltages. Taking a step allocates nothing.
 */
public final class EqualizerDiagnosis {

    private static final double BAND_VOLTS = 0.010;
    private static final double LEFT_BAND_VOLTS = 0.015;
    private static final double SETTLED_SECONDS = 15 * 60;
    private static final double FULL_DUTY = 0.99;
    private static final double HOPELESS_SECONDS = 6 * 3600;
    private static final double HOPEFUL_SECONDS = 3600;
    private static final double MIS_SET_SHARE = 0.005;
    private static final double MIS_SET_SECONDS = 3600;

    private final ShiftController controller;
    private final BlockVerdict verdict;
    private final UnbrokenTime inside = new UnbrokenTime();
    private final UnbrokenTime outside = new UnbrokenTime();
    private final UnbrokenTime hopeless = new UnbrokenTime();
    private final UnbrokenTime hopeful = new UnbrokenTime();
    private final UnbrokenTime misSet = new UnbrokenTime();
    private final UnbrokenTime wellSet = new UnbrokenTime();
    private final double[] deviationsVolts;
    private double pausedSeconds;
    private double targetVolts = Double.NaN;
    private double meanVolts = Double.NaN;
    private double floatVolts = Double.NaN;
    private double largestDeviationVolts;
    private double largestDuty;
    private int used;
    private boolean converged;
    private boolean notCorrectable;
    private boolean chargerMisSet;

    /**
     * Creates the diagnosis of one controller.
     *
     * @param blockIds ids of the blocks in string order
     * @param cells cells in a block
     */
    public EqualizerDiagnosis(List<String> blockIds, int cells, ShiftController controller) {
        this.controller = controller;
        this.verdict = new BlockVerdict(blockIds, cells);
        this.deviationsVolts = new double[controller.blocks()];
    }

    /**
     * Takes one cycle, after the controller's step.
     *
     * @param dtSeconds time since the cycle before, s
     * @param enabled whether the controller was enabled, without a gap since the cycle before
     * @param state what the string is doing
     * @param cycleTargetVolts target of this cycle, V
     * @param cycleMeanVolts mean of the string, V
     * @param configuredFloatVolts block voltage the charger should hold in float now, V; NaN when nobody knows
     */
    public void step(
            double dtSeconds, boolean enabled, StringState state, double cycleTargetVolts, double cycleMeanVolts,
            double configuredFloatVolts) {
        if (!enabled) {
            pause(dtSeconds);
            return;
        }
        pausedSeconds = 0;
        targetVolts = cycleTargetVolts;
        compare();
        boolean judgeable = used > 0 && 2 * used >= deviationsVolts.length;
        settle(judgeable, dtSeconds);
        despair(judgeable, dtSeconds);
        watchCharger(state, cycleMeanVolts, configuredFloatVolts, dtSeconds);
    }

    private void pause(double dtSeconds) {
        inside.breakOff();
        outside.breakOff();
        hopeless.breakOff();
        hopeful.breakOff();
        misSet.breakOff();
        wellSet.breakOff();
        pausedSeconds += dtSeconds;
        converged = converged && pausedSeconds <= SETTLED_SECONDS;
    }

    private void compare() {
        largestDeviationVolts = 0;
        largestDuty = 0;
        used = 0;
        for (int i = 0; i < deviationsVolts.length; i++) {
            deviationsVolts[i] = Double.NaN;
            if (controller.used(i)) {
                used++;
                deviationsVolts[i] = controller.filteredVolts(i) - targetVolts;
                largestDeviationVolts = Math.max(largestDeviationVolts, Math.abs(deviationsVolts[i]));
                largestDuty = Math.max(largestDuty, controller.duty(i));
            }
        }
    }

    private void settle(boolean judgeable, double dt) {
        boolean in = inside.reaches(SETTLED_SECONDS, judgeable && largestDeviationVolts <= BAND_VOLTS, dt);
        boolean out = outside.reaches(SETTLED_SECONDS, !judgeable || largestDeviationVolts > LEFT_BAND_VOLTS, dt);
        converged = in || converged && !out;
    }

    private void despair(boolean judgeable, double dt) {
        boolean stuck = judgeable && largestDuty >= FULL_DUTY && largestDeviationVolts > BAND_VOLTS;
        boolean lost = hopeless.reaches(HOPELESS_SECONDS, stuck, dt);
        boolean found = hopeful.reaches(HOPEFUL_SECONDS, judgeable && !stuck, dt);
        notCorrectable = lost || notCorrectable && !found && !converged;
    }

    private void watchCharger(StringState state, double cycleMeanVolts, double configuredFloatVolts, double dt) {
        boolean comparable = state == StringState.FLOAT && configuredFloatVolts > 0;
        if (comparable) {
            meanVolts = cycleMeanVolts;
            floatVolts = configuredFloatVolts;
        }
        boolean off = comparable && Math.abs(meanVolts - floatVolts) > MIS_SET_SHARE * floatVolts;
        boolean wrong = misSet.reaches(MIS_SET_SECONDS, off, dt);
        boolean right = wellSet.reaches(SETTLED_SECONDS, comparable && !off, dt);
        chargerMisSet = wrong || chargerMisSet && !right;
    }

    /** Returns whether all blocks that take part lie within 10 mV of the target, for 15 minutes at first. */
    public boolean converged() {
        return converged;
    }

    /** Returns whether full duty for 6 hours could not bring all blocks into the band. */
    public boolean notCorrectable() {
        return notCorrectable;
    }

    /** Returns whether the charger has held another float voltage than the configured one for an hour. */
    public boolean chargerMisSet() {
        return chargerMisSet;
    }

    /** Returns what to say of the charger; empty unless {@link #chargerMisSet()}. */
    public String chargerSentence() {
        if (!chargerMisSet) {
            return "";
        }
        long perMille = Math.round((meanVolts - floatVolts) / floatVolts * 1000);
        return "The charger holds " + Voltage.ofVolts(meanVolts) + " per block instead of the configured "
                + Voltage.ofVolts(floatVolts) + " (" + (perMille > 0 ? "+" : "-") + Math.abs(perMille) / 10 + "."
                + Math.abs(perMille) % 10 + " %): correct the charger's float voltage or the configured one.";
    }

    /**
     * Returns one finding for each block that keeps the string out of the band, lowest voltage first; empty unless
     * {@link #notCorrectable()}.
     */
    public List<BlockFinding> findings() {
        List<Integer> outliers = new ArrayList<>();
        for (int i = 0; i < deviationsVolts.length; i++) {
            if (notCorrectable && Math.abs(deviationsVolts[i]) > BAND_VOLTS) {
                outliers.add(i);
            }
        }
        outliers.sort((a, b) -> Double.compare(deviationsVolts[a], deviationsVolts[b]));
        return outliers.stream().map(i -> verdict.of(i, deviationsVolts[i], targetVolts)).toList();
    }
}
