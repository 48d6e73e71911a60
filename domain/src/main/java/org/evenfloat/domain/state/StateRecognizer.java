// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

import org.evenfloat.domain.topology.Chemistry;

/**
 * Recognises what a string is doing from its mean cell voltage and, where there is a sensor, its current. The current
 * decides first; the voltage and its course decide the rest, and everything where there is no current. For
 * chemistries other than lead-acid only the current counts.
 *
 * <p>Made for samples every 1 to 60 s. A discharge is found in the first sample that shows it; float, recharge and
 * rest need minutes of course, except at the start. Owned by one thread; an update allocates nothing.
 */
public final class StateRecognizer {

    /** Without a voltage for longer than this nothing is known; one lost sample of 60 s is no gap. */
    private static final long HOLD_MILLIS = 90_000;

    /** A recharge or a rest goes on behind a gap of that length when the voltage has not fallen. */
    private static final long RESUME_MILLIS = 30 * 60_000;

    private static final double RESUME_FALL_VOLTS = 0.010;

    private final boolean leadAcid;
    private final CurrentSense current;
    private final LeadAcidVoltageRules rules = new LeadAcidVoltageRules();
    private StringState state = StringState.UNKNOWN;
    private StringState lastDecided = StringState.UNKNOWN;
    private boolean started;
    private long lastMillis;
    private long lastVoltsMillis;
    private double lastVolts = Double.NaN;

    /**
     * Creates the recogniser of one string.
     *
     * @param capacityAmpHours nominal C10 capacity, Ah; 0 when nobody knows it
     * @param currentZeroAmps what the current sensor may show when no current flows, A; 0 when nobody knows
     */
    public StateRecognizer(Chemistry chemistry, double capacityAmpHours, double currentZeroAmps) {
        this.leadAcid = chemistry.leadAcid();
        this.current = new CurrentSense(capacityAmpHours, currentZeroAmps);
    }

    /**
     * Takes one sample and returns the state.
     *
     * @param monotonicMillis when it was taken, ms; does not decrease
     * @param meanCellVolts mean cell voltage, V, see {@link StringMean}; NaN when it is not known
     * @param currentAmps string current, A, positive charges; NaN without a sensor or when its value is bad
     */
    public StringState update(long monotonicMillis, double meanCellVolts, double currentAmps) {
        current.add(started ? Math.max(0, monotonicMillis - lastMillis) / 1000.0 : 0, currentAmps);
        lastMillis = monotonicMillis;
        started = true;
        state = leadAcid ? leadAcid(monotonicMillis, meanCellVolts) : byCurrentAlone();
        return state;
    }

    /** Returns the state as of the last sample; UNKNOWN before the first. */
    public StringState state() {
        return state;
    }

    private StringState byCurrentAlone() {
        if (!current.known()) {
            return StringState.UNKNOWN;
        }
        if (current.discharging()) {
            return StringState.DISCHARGE;
        }
        return current.charging() ? StringState.RECHARGE : StringState.REST;
    }

    private StringState leadAcid(long millis, double volts) {
        boolean gap = Double.isNaN(lastVolts) || millis - lastVoltsMillis > HOLD_MILLIS;
        if (!Double.isFinite(volts)) {
            rules.interrupt(millis);
            return withoutVoltage(gap);
        }
        StringState before = gap ? behindGap(millis, volts) : state;
        if (gap) {
            rules.restart();
        }
        rules.add(millis, volts, before);
        lastVolts = volts;
        lastVoltsMillis = millis;
        StringState decided = current.known() ? byCurrentFirst(millis, volts) : rules.decide(millis, volts);
        lastDecided = decided;
        return decided;
    }

    private StringState withoutVoltage(boolean gap) {
        if (current.discharging()) {
            return StringState.DISCHARGE;
        }
        return gap || current.known() && state == StringState.DISCHARGE ? StringState.UNKNOWN : state;
    }

    private StringState behindGap(long millis, double volts) {
        boolean lasting = lastDecided == StringState.RECHARGE || lastDecided == StringState.REST;
        boolean same = millis - lastVoltsMillis <= RESUME_MILLIS && volts > lastVolts - RESUME_FALL_VOLTS;
        return lasting && same ? lastDecided : StringState.UNKNOWN;
    }

    private StringState byCurrentFirst(long millis, double volts) {
        if (current.discharging()) {
            return StringState.DISCHARGE;
        }
        if (volts >= rules.lowestChargingVolts()) {
            return rules.charging(millis, volts);
        }
        if (current.plainlyCharging() || rules.rising()) {
            return StringState.RECHARGE;
        }
        // A current this small may be the sensor's own error: at rest it would have to raise the voltage, too.
        boolean trusted = current.charging() && state != StringState.REST && !rules.decaying();
        return trusted ? StringState.RECHARGE : StringState.REST;
    }
}
