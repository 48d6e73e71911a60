// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

/**
 * What the mean cell voltage of a lead-acid string and its course say about the state. Voltages in V per cell, times
 * on the monotonic clock. The state before decides where a voltage alone is ambiguous: 2.14 V is rest, a light
 * discharge, or the beginning of a recharge.
 */
final class LeadAcidVoltageRules {

    /** Below this a string feeds a load, unless it was seen to rise since. */
    private static final double DISCHARGE_VOLTS = 2.12;

    /** Nothing between rest and float is held by a charger below this. */
    static final double CHARGING_VOLTS = 2.20;

    static final double HYSTERESIS_VOLTS = 0.005;

    private static final double BOOST_VOLTS = 2.32;
    private static final double STILL_BOOST_VOLTS = 2.31;
    private static final double REST_LOWEST_VOLTS = 2.05;
    private static final double REST_HIGHEST_VOLTS = 2.17;

    /** A load takes the polarisation away within seconds; gassing alone takes a fifth of that at these voltages. */
    private static final double FALL_VOLTS = 0.020;

    private static final double FALL_SECONDS = 65;

    /** A string that sinks from boost to float falls as fast, but not down here. */
    private static final double FALL_ENDS_BELOW_VOLTS = 2.22;

    private static final double RISE_VOLTS = 0.010;

    /** The dip at the start of a discharge recovers by less. */
    private static final double RISE_SINCE_LOWEST_VOLTS = 0.025;

    /** Turning back by that much is no noise of a mean. */
    private static final double RELAPSE_VOLTS = 0.005;

    /** 2 mV in 10 minutes: held by a charger. */
    private static final double SETTLED_VOLTS_PER_MINUTE = 0.0002;

    private static final double MOVING_VOLTS_PER_MINUTE = 0.001;
    private static final double FLAT_VOLTS_PER_MINUTE = 0.0001;
    private static final double DECAYING_VOLTS_PER_MINUTE = 0.00005;

    private static final double LONG_SECONDS = 610;
    private static final double SHORT_SECONDS = 190;
    private static final double HALF_HOUR_SECONDS = 1810;
    private static final double BARELY_KNOWN_SECONDS = 100;

    /** Even a large capacitance has sunk from boost to float by then. */
    private static final long BOOST_TAIL_MILLIS = 20 * 60_000;

    private final VoltageTrend trend = new VoltageTrend();
    private StringState state = StringState.UNKNOWN;
    private double lowestVolts;
    private double highestVolts;
    private double enteredVolts;
    private long boostedMillis = Long.MIN_VALUE / 2;
    private double longSlope;
    private double shortSlope;
    private double fallVolts;
    private double jumpVolts;
    private double lastVolts = Double.NaN;

    /** Takes a sample in; the state is the one that was decided for the sample before. */
    void add(long millis, double volts, StringState before) {
        if (before != state || Double.isNaN(lastVolts)) {
            enter(before, Double.isNaN(lastVolts) ? volts : lastVolts);
        }
        fallVolts = trend.fallVolts(millis, FALL_SECONDS, volts);
        jumpVolts = Double.isNaN(lastVolts) ? 0 : volts - lastVolts;
        trend.add(millis, volts);
        longSlope = trend.voltsPerMinute(millis, LONG_SECONDS, 280);
        shortSlope = trend.voltsPerMinute(millis, SHORT_SECONDS, BARELY_KNOWN_SECONDS);
        lastVolts = volts;
        lowestVolts = Math.min(lowestVolts, volts);
        highestVolts = Math.max(highestVolts, volts);
        if (volts > STILL_BOOST_VOLTS) {
            boostedMillis = millis;
        }
    }

    /** The course of a discharge says nothing about the recharge that follows. */
    private void enter(StringState entered, double volts) {
        if (state == StringState.DISCHARGE && entered == StringState.RECHARGE) {
            trend.clear();
        }
        state = entered;
        lowestVolts = volts;
        highestVolts = volts;
        enteredVolts = volts;
    }

    /** Forgets the course after a gap: what follows stands for itself. */
    void restart() {
        trend.clear();
        lastVolts = Double.NaN;
    }

    /** A sample is missing or its voltages are not those of the blocks before. */
    void interrupt(long millis) {
        trend.interrupt(millis);
    }

    boolean rising() {
        return longSlope > MOVING_VOLTS_PER_MINUTE / 2 && shortSlope > MOVING_VOLTS_PER_MINUTE / 2;
    }

    boolean decaying() {
        return longSlope < -DECAYING_VOLTS_PER_MINUTE;
    }

    private boolean settled(long millis) {
        return Math.abs(longSlope) < SETTLED_VOLTS_PER_MINUTE && trend.spanSeconds(millis, LONG_SECONDS) > 460;
    }

    private boolean moving(int direction) {
        return direction * longSlope > MOVING_VOLTS_PER_MINUTE && direction * shortSlope > MOVING_VOLTS_PER_MINUTE;
    }

    /** Returns the state by voltage alone. */
    StringState decide(long millis, double volts) {
        if (fallVolts > FALL_VOLTS && volts < FALL_ENDS_BELOW_VOLTS) {
            return StringState.DISCHARGE;
        }
        if (volts >= lowestChargingVolts()) {
            return charging(millis, volts);
        }
        return switch (state) {
            case DISCHARGE -> discharged(millis, volts);
            case RECHARGE -> recharging(millis, volts);
            case REST -> resting(volts);
            case FLOAT, BOOST, UNKNOWN -> sunken(volts);
        };
    }

    double lowestChargingVolts() {
        return switch (state) {
            case FLOAT -> CHARGING_VOLTS - HYSTERESIS_VOLTS;
            case REST -> CHARGING_VOLTS + HYSTERESIS_VOLTS;
            default -> CHARGING_VOLTS;
        };
    }

    /** At a voltage that only a charger, or a string it has just left, can have. */
    StringState charging(long millis, double volts) {
        if (volts > (state == StringState.BOOST ? STILL_BOOST_VOLTS : BOOST_VOLTS)) {
            return StringState.BOOST;
        }
        if (settled(millis)) {
            return StringState.FLOAT;
        }
        boolean sinkingFromBoost = state == StringState.BOOST && millis - boostedMillis <= BOOST_TAIL_MILLIS;
        if (moving(-1) && !sinkingFromBoost) {
            return StringState.UNKNOWN;
        }
        if (moving(1)) {
            return StringState.RECHARGE;
        }
        return switch (state) {
            case FLOAT, BOOST -> state;
            case RECHARGE, DISCHARGE, REST -> StringState.RECHARGE;
            case UNKNOWN -> Double.isNaN(shortSlope) ? StringState.FLOAT : StringState.UNKNOWN;
        };
    }

    private StringState discharged(long millis, double volts) {
        if (rising() || jumpVolts > RISE_VOLTS || volts - lowestVolts > RISE_SINCE_LOWEST_VOLTS) {
            return StringState.RECHARGE;
        }
        double slope = trend.voltsPerMinute(millis, HALF_HOUR_SECONDS, 1500);
        boolean flat = Math.abs(slope) < FLAT_VOLTS_PER_MINUTE && volts - lowestVolts > -RELAPSE_VOLTS;
        boolean restVolts = volts >= REST_LOWEST_VOLTS && volts <= REST_HIGHEST_VOLTS;
        return flat && restVolts ? StringState.REST : StringState.DISCHARGE;
    }

    private StringState recharging(long millis, double volts) {
        boolean relapsed = highestVolts - volts > RELAPSE_VOLTS;
        if (relapsed && volts < DISCHARGE_VOLTS) {
            return StringState.DISCHARGE;
        }
        boolean known = trend.spanSeconds(millis, LONG_SECONDS) > 540;
        return known && longSlope < FLAT_VOLTS_PER_MINUTE ? StringState.REST : StringState.RECHARGE;
    }

    private StringState resting(double volts) {
        if (rising() || jumpVolts > RISE_VOLTS) {
            return StringState.RECHARGE;
        }
        return volts < Math.min(DISCHARGE_VOLTS, enteredVolts - FALL_VOLTS) ? StringState.DISCHARGE : StringState.REST;
    }

    /** Below every charging voltage and not known how it came there. */
    private StringState sunken(double volts) {
        if (rising() || Double.isNaN(longSlope) && shortSlope > MOVING_VOLTS_PER_MINUTE) {
            return StringState.RECHARGE;
        }
        if (volts < DISCHARGE_VOLTS) {
            return StringState.DISCHARGE;
        }
        boolean rest = volts <= REST_HIGHEST_VOLTS ? longSlope < FLAT_VOLTS_PER_MINUTE : decaying();
        return rest ? StringState.REST : StringState.UNKNOWN;
    }
}
