// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** The rule that decided; of several the last in this order. */
public enum RunawayRule {
    /** None applies. */
    NONE(RunawayStage.NORMAL),
    /** A block is warmer than the air by the limit for warning. */
    WARN_RISE(RunawayStage.WARN),
    /** A block is warmer than the air by the limit for alarming, or too hot for charging. */
    ALARM_TEMPERATURE(RunawayStage.ALARM),
    /** The string takes a multiple of its normal float current. */
    ALARM_CURRENT(RunawayStage.ALARM),
    /** Temperatures say trip, but nothing else supports them: more likely a sensor. */
    UNCONFIRMED(RunawayStage.ALARM),
    /** A trip rule applies to lithium cells, where an open breaker may not help. */
    ALARM_ONLY(RunawayStage.ALARM),
    /** A trip rule applied, and now the string feeds its load. */
    HELD_BY_DISCHARGE(RunawayStage.ALARM),
    /** The classic rule: temperature difference and current, for a time. */
    TRIP_CLASSIC(RunawayStage.TRIP),
    /** TRIP 4: several blocks are hot and getting hotter. */
    TRIP_WIDESPREAD(RunawayStage.TRIP),
    /** TRIP 3: the string takes a multiple of its float current and its middle is warm and rising. */
    TRIP_CURRENT(RunawayStage.TRIP),
    /** TRIP 1: a block is far warmer than the air and rising, and something supports it. */
    TRIP_RISE(RunawayStage.TRIP),
    /** TRIP 2: a block is at the temperature where it must end, and something supports it. */
    TRIP_HOT(RunawayStage.TRIP);

    private final RunawayStage stage;

    RunawayRule(RunawayStage stage) {
        this.stage = stage;
    }

    /** Returns the stage that the rule leads to. */
    public RunawayStage stage() {
        return stage;
    }
}
