// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/**
 * The votes of all rules. A block whose reading is bad neither votes nor clears: its votes stand as they are; when it
 * goes blind, those for a trip are taken back and those for warning and alarm stand until it sees again.
 */
final class RunawayVotes {

    final VoteColumn warn;
    final VoteColumn alarm;
    final VoteColumn rise;
    final VoteColumn hot;
    final VoteColumn widespread;
    final VoteColumn current;
    private final RunawayConstants.Limits limits;

    RunawayVotes(int blocks, RunawayConstants.Limits limits) {
        this.limits = limits;
        warn = new VoteColumn(blocks, limits.votes());
        alarm = new VoteColumn(blocks, limits.votes());
        rise = new VoteColumn(blocks, limits.votes());
        hot = new VoteColumn(blocks, limits.votes());
        widespread = new VoteColumn(blocks, limits.votes());
        current = new VoteColumn(1, limits.votes());
    }

    /** Lets each block vote that has just read well. */
    void step(Temperatures now, TemperatureSense sense, double ambientSlope, boolean mayTrip, boolean recent) {
        double warnAt = warnKelvin(recent);
        double alarmAt = alarmKelvin(recent);
        double tripAt = tripKelvin(recent);
        double roomSlope = limits.ambientShare() * Math.max(ambientSlope, 0);
        double[] celsius = sense.counting();
        for (int i = 0; i < celsius.length; i++) {
            if (sense.blind(i)) {
                rise.clear(i);
                hot.clear(i);
                widespread.clear(i);
            } else if (sense.good(i)) {
                double risen = now.rise[i];
                double slope = now.slope[i];
                warn.add(i, risen >= warnAt);
                alarm.add(i, risen >= alarmAt || now.corrected[i] >= limits.alarmCelsius());
                boolean rising = slope - roomSlope >= limits.tripSlope() || risen >= tripAt + limits.tripAnywayKelvin();
                rise.add(i, mayTrip && risen >= tripAt && rising);
                hot.add(i, mayTrip && celsius[i] >= limits.tripCelsius());
                widespread.add(i, mayTrip && now.corrected[i] >= limits.widespreadCelsius()
                        && risen >= limits.widespreadKelvin() && slope >= limits.widespreadSlope());
            }
        }
    }

    /** Lets the string vote for TRIP 3; called while its current is known. */
    void voteCurrent(double ratio, double medianRise, double medianSlope, boolean recent) {
        current.add(0, ratio > limits.tripRatio() && !recent && medianRise >= limits.tripMedianKelvin()
                && medianSlope > limits.tripMedianSlope());
    }

    /** Takes all votes for a trip back, as after a long time without samples. */
    void forgetTrips() {
        rise.clear();
        hot.clear();
        widespread.clear();
        current.clear();
    }

    double warnKelvin(boolean recent) {
        return recent ? limits.warnRecentKelvin() : limits.warnKelvin();
    }

    double alarmKelvin(boolean recent) {
        return recent ? limits.alarmRecentKelvin() : limits.alarmKelvin();
    }

    double tripKelvin(boolean recent) {
        return recent ? limits.tripRecentKelvin() : limits.tripKelvin();
    }

    void visit(StateTape tape) {
        warn.visit(tape);
        alarm.visit(tape);
        rise.visit(tape);
        hot.visit(tape);
        widespread.visit(tape);
        current.visit(tape);
    }
}
