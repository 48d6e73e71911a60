// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.Arrays;
import java.util.List;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;

/**
 * Equalizes one string: target, exclusions, duties and diagnosis of each cycle. Shapes: arrays hold one entry a block
 * in string order. Owned by one thread. A step allocates nothing; what is said for people is put into words on demand.
 */
public final class Equalizer {

    /** A lead-acid cell below that is being discharged or broken: no bypass, V. */
    private static final double GUARD_CELL_VOLTS = 2.10;

    /** From here on a recharge is near its charging voltage and the blocks can be told apart, V per lead-acid cell. */
    private static final double RECHARGE_CELL_VOLTS = 2.20;

    private final boolean leadAcid;
    private final double guardVolts;
    private final double rechargeVolts;
    private final double lostSeconds;
    private final ExclusionWatch exclusions;
    private final TargetTracker target;
    private final ShiftController controller;
    private final EqualizerDiagnosis diagnosis;
    private final List<String> blockIds;
    private final double[] usable;
    private final double[] effectiveLimit;
    private final boolean[] excluded;
    private final boolean[] eligible;
    private boolean enabled;

    /** Creates the equalizer of a string, cold: every integrator 0. */
    public Equalizer(BatteryString string, EqualizerTuning tuning) {
        int blocks = string.size();
        int cells = string.blockType().cells();
        this.leadAcid = string.blockType().profile().chemistry().leadAcid();
        double lowest = string.moduleType().minVoltage().volts();
        this.guardVolts = leadAcid ? Math.max(lowest, GUARD_CELL_VOLTS * cells) : lowest;
        this.rechargeVolts = RECHARGE_CELL_VOLTS * cells;
        this.lostSeconds = tuning.lostSeconds();
        this.exclusions = new ExclusionWatch(blocks, cells, string.moduleType());
        this.target = new TargetTracker(blocks, cells, tuning);
        this.controller = new ShiftController(blocks, tuning);
        this.blockIds = string.blocks().stream().map(Block::id).toList();
        this.diagnosis = new EqualizerDiagnosis(blockIds, cells, controller);
        this.usable = new double[blocks];
        this.effectiveLimit = new double[blocks];
        this.excluded = new boolean[blocks];
        this.eligible = new boolean[blocks];
    }

    /**
     * Takes one cycle; to be called in every one, allowed or not. Duties are 0 unless {@code allowed} and the string is
     * held at a charging voltage: in float, in boost, and in recharge, for lead-acid from 2.20 V per cell on. After a
     * gap of more than 3 minutes, when the modules have dropped their duties anyway, the first cycle only takes the
     * voltages up.
     *
     * @param dtSeconds time since the cycle before, s
     * @param state what the string is doing
     * @param allowed whether nothing else forbids it: equalizing wanted, breaker closed, no thermal alarm; chemistries
     *     other than lead-acid are equalized only where the user has asked for it in so many words
     * @param volts measured in this cycle, V; NaN or infinite where nothing came
     * @param limit highest duty of each block, see {@link DutyLimit}
     * @param floatVolts block voltage the charger should hold in float at the present temperature, V; NaN when nobody
     *     knows
     */
    public void step(
            double dtSeconds, StringState state, boolean allowed, double[] volts, double[] limit, double floatVolts) {
        double dt = dtSeconds > 0 && Double.isFinite(dtSeconds) ? dtSeconds : 0;
        exclusions.screen(volts, usable);
        exclusions.copyExcluded(excluded);
        target.update(dt, state, usable, excluded);
        enabled = allowed && dt <= lostSeconds && charging(state) && Double.isFinite(target.targetVolts());
        exclusions.advance(dt, enabled, target.meanVolts(), usable);
        exclusions.copyEligible(eligible);
        for (int i = 0; i < effectiveLimit.length; i++) {
            effectiveLimit[i] = target.lastVolts(i) < guardVolts ? 0 : limit[i];
        }
        controller.step(dt, target.targetVolts(), enabled, usable, eligible, effectiveLimit);
        diagnosis.step(dt, enabled, state, target.targetVolts(), target.meanVolts(), floatVolts);
    }

    private boolean charging(StringState state) {
        return state == StringState.FLOAT
                || state == StringState.BOOST
                || state == StringState.RECHARGE && (!leadAcid || target.meanVolts() >= rechargeVolts);
    }

    /** Returns the number of blocks. */
    public int blocks() {
        return blockIds.size();
    }

    /** Returns whether duties could be above 0 in the last cycle. */
    public boolean enabled() {
        return enabled;
    }

    /** Returns the duty of that block, 0 to 1. */
    public double duty(int block) {
        return controller.duty(block);
    }

    /** Returns the largest duty of the string, 0 to 1. */
    public double largestDuty() {
        double largest = 0;
        for (int i = 0; i < effectiveLimit.length; i++) {
            largest = Math.max(largest, controller.duty(i));
        }
        return largest;
    }

    /** Returns the voltage all blocks shall share in V; NaN while none is known. */
    public double targetVolts() {
        return target.targetVolts();
    }

    /** Returns the mean of the blocks that count in the last cycle in V; NaN while none is known. */
    public double meanVolts() {
        return target.meanVolts();
    }

    /** Returns the lowest filtered voltage of the blocks that take part in V; NaN when none does. */
    public double lowestVolts() {
        double lowest = Double.NaN;
        for (int i = 0; i < effectiveLimit.length; i++) {
            if (controller.used(i) && !(controller.filteredVolts(i) >= lowest)) {
                lowest = controller.filteredVolts(i);
            }
        }
        return lowest;
    }

    /** Returns whether that block may be bypassed: what a module that regulates by itself must be told. */
    public boolean mayBypass(int block) {
        return controller.used(block) && effectiveLimit[block] > 0;
    }

    /** Returns why that block does not take part. */
    public Exclusion exclusion(int block) {
        Exclusion reason = exclusions.reason(block);
        boolean silent = target.ageSeconds(block) > lostSeconds;
        return reason == Exclusion.NONE && silent ? Exclusion.LOST : reason;
    }

    /** Leaves a block out because somebody wants so, or takes it in again. */
    public void excludeByUser(int block, boolean out) {
        exclusions.user(block, out);
    }

    /** Leaves a replaced block out for that time from now, s; 0 ends it. */
    public void excludeReplaced(int block, double remainingSeconds) {
        exclusions.replaced(block, remainingSeconds);
    }

    /** Leaves a block out while its temperature sensor is not trusted. */
    public void excludeByTemperatureSensor(int block, boolean alarm) {
        exclusions.temperatureAlarm(block, alarm);
    }

    /** Returns how far equalizing has come. */
    public EqualizerDiagnosis diagnosis() {
        return diagnosis;
    }

    /** Returns a copy of the integrators, to be kept over a restart. */
    public double[] integrators() {
        double[] z = new double[effectiveLimit.length];
        Arrays.setAll(z, controller::z);
        return z;
    }

    /** Takes over kept integrators; false, and nothing changes, when they do not fit this string. */
    public boolean restore(double[] z) {
        return controller.restore(z);
    }
}
