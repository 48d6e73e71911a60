// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import org.evenfloat.domain.state.StringState;

/** Which rule decides, and by which block. */
final class RunawayDecision {

    private final GuardedString string;
    private final RunawayConstants.Limits limits;
    private final RunawayParts parts;
    private final TripSupport support;
    private RunawayRule rule = RunawayRule.NONE;
    private Confirmation confirmation = Confirmation.NONE;
    private int decisive = -1;
    private int blocks;
    private double limit = Double.NaN;

    RunawayDecision(GuardedString string, RunawayConstants.Limits limits, RunawayParts parts) {
        this.string = string;
        this.limits = limits;
        this.parts = parts;
        this.support = new TripSupport(limits, parts.now, parts.sense, parts.sag);
    }

    void decide(StringState state, boolean dischargeUnknown) {
        rule = RunawayRule.NONE;
        confirmation = Confirmation.NONE;
        decisive = -1;
        blocks = 0;
        limit = Double.NaN;
        boolean recent = parts.discharge.recent();
        boolean currentRisen = parts.current.ratio() > limits.alarmRatio() && !recent;
        alarms(recent, currentRisen);
        trips(recent, currentRisen);
        boolean discharging = parts.discharge.discharging() || state == StringState.DISCHARGE || dischargeUnknown;
        if (rule.stage() == RunawayStage.TRIP && discharging && !string.tripInDischarge()) {
            rule = RunawayRule.HELD_BY_DISCHARGE;
        } else if (rule.stage() == RunawayStage.TRIP && string.breakerMayNotStopIt()) {
            rule = RunawayRule.ALARM_ONLY;
        }
    }

    private void alarms(boolean recent, boolean currentRisen) {
        support.look(parts.votes.warn, currentRisen);
        if (support.blocks() > 0) {
            take(RunawayRule.WARN_RISE, Confirmation.NOT_NEEDED, parts.votes.warnKelvin(recent));
        }
        support.look(parts.votes.alarm, currentRisen);
        if (support.blocks() > 0) {
            boolean byRise = !(parts.now.rise[support.decisive()] < parts.votes.alarmKelvin(recent));
            take(RunawayRule.ALARM_TEMPERATURE, Confirmation.NOT_NEEDED,
                    byRise ? parts.votes.alarmKelvin(recent) : limits.alarmCelsius());
        }
        if (currentRisen) {
            takeString(RunawayRule.ALARM_CURRENT, limits.alarmRatio());
        }
    }

    private void trips(boolean recent, boolean currentRisen) {
        if (parts.classic.fulfilled()) {
            takeString(RunawayRule.TRIP_CLASSIC, string.classic().orElseThrow().differenceKelvin());
        }
        Confirmation several = support.look(parts.votes.widespread, currentRisen);
        double needed = Math.max(limits.severalBlocks(), limits.severalShare() * string.blocks());
        if (several == Confirmation.SEVERAL_BLOCKS && support.blocks() >= needed) {
            take(RunawayRule.TRIP_WIDESPREAD, Confirmation.SEVERAL_BLOCKS, limits.widespreadCelsius());
        }
        if (parts.votes.current.holds(0)) {
            takeString(RunawayRule.TRIP_CURRENT, limits.tripRatio());
        }
        confirmed(RunawayRule.TRIP_RISE, parts.votes.rise, parts.votes.tripKelvin(recent), currentRisen);
        confirmed(RunawayRule.TRIP_HOT, parts.votes.hot, limits.tripCelsius(), currentRisen);
    }

    private void confirmed(RunawayRule trip, VoteColumn votes, double tripLimit, boolean currentRisen) {
        Confirmation found = support.look(votes, currentRisen);
        if (support.blocks() > 0 && found != Confirmation.NONE) {
            take(trip, found, tripLimit);
        } else if (support.blocks() > 0 && rule.stage() != RunawayStage.TRIP) {
            take(RunawayRule.UNCONFIRMED, found, tripLimit);
        }
    }

    private void take(RunawayRule found, Confirmation by, double of) {
        rule = found;
        confirmation = by;
        limit = of;
        decisive = support.decisive();
        blocks = support.blocks();
    }

    private void takeString(RunawayRule found, double of) {
        rule = found;
        confirmation = Confirmation.NOT_NEEDED;
        limit = of;
        decisive = parts.now.hottest();
        blocks = 0;
    }

    RunawayRule rule() {
        return rule;
    }

    Confirmation confirmation() {
        return confirmation;
    }

    int decisive() {
        return decisive;
    }

    int blocks() {
        return blocks;
    }

    double limit() {
        return limit;
    }
}
