// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * The bypass of a battery module: what the server ordered and for how long, what it may do, and what it does
 * (document, §6). Regulating by itself is a PI rule on the block voltage over the target, as coarse as that of a
 * small controller. The document leaves the rule to the module; these figures keep it stable on blocks that answer
 * at once with up to seven bands and on blocks that take hours.
 */
final class BypassControl {

    /** The duty that means: regulate by yourself. */
    static final int BY_ITSELF = 0xFFFF;

    private static final int FULL_DUTY = 10_000;

    /** So much above the target asks for the full duty, and asks for it again every integral time. */
    private static final double BAND_PERMILLE = 1.5;

    private static final double INTEGRAL_SECONDS = 300;

    /** The duty follows what the rule asks for with this lag: a block answers to a step of its bypass at once. */
    private static final double LAG_SECONDS = 30;

    /** One step of the rule never counts for more time than this: the room may jump ahead. */
    private static final double MAX_STEP_SECONDS = 10;

    private final BlockTerminals terminals;
    private final boolean targetOnly;
    private int targetMillivolts;
    private int duty;
    private long untilMillis;
    private double integral;
    private long steppedMillis;
    private double wanted;
    private double applied;

    BypassControl(BlockTerminals terminals, boolean targetOnly) {
        this.terminals = terminals;
        this.targetOnly = targetOnly;
    }

    /** Takes an order; one that is neither 0 to 10000 nor FFFF switches off. */
    void order(int newTargetMillivolts, int newDuty, long nowMillis, long validMillis) {
        int known = newDuty <= FULL_DUTY || newDuty == BY_ITSELF ? newDuty : 0;
        int next = known != 0 && targetOnly ? BY_ITSELF : known;
        if (next != BY_ITSELF || duty != BY_ITSELF) {
            integral = 0;
            steppedMillis = nowMillis;
        }
        targetMillivolts = newTargetMillivolts;
        duty = next;
        untilMillis = nowMillis + validMillis;
    }

    void cancel() {
        duty = 0;
    }

    /**
     * Brings the bypass to where it should be now.
     *
     * @param allowed false while the guard, a measurement of resistance or sleep holds it off
     * @param paused true while a conversion runs: off at the terminals, but still counted as on
     */
    void settle(long nowMillis, boolean allowed, boolean paused) {
        if (duty != 0 && nowMillis - untilMillis >= 0) {
            duty = 0;
        }
        if (duty == 0 || !allowed) {
            wanted = 0;
            integral = 0;
            steppedMillis = nowMillis;
        } else if (duty != BY_ITSELF) {
            wanted = (double) duty / FULL_DUTY;
        } else if (!paused) {
            wanted = regulated(nowMillis);
        }
        double next = paused ? 0 : wanted;
        if (next != applied) {
            applied = next;
            terminals.bypass(next);
        }
    }

    /** Returns the target of the last order in mV, 0 for none. */
    int targetMillivolts() {
        return targetMillivolts;
    }

    /** Returns whether a duty above 0 is being applied. */
    boolean isOn() {
        return wanted > 0;
    }

    private double regulated(long nowMillis) {
        double seconds = Math.min(MAX_STEP_SECONDS, (nowMillis - steppedMillis) / 1000.0);
        steppedMillis = nowMillis;
        double bandVolts = targetMillivolts / 1000.0 * BAND_PERMILLE / 1000;
        double excess = bandVolts > 0 ? (terminals.volts() - targetMillivolts / 1000.0) / bandVolts : 0;
        integral = limited(integral + excess * seconds / INTEGRAL_SECONDS);
        double follow = seconds / (seconds + LAG_SECONDS);
        return limited(wanted + follow * (limited(excess + integral) - wanted));
    }

    private static double limited(double duty) {
        return duty >= 0 ? Math.min(1, duty) : 0;
    }
}
