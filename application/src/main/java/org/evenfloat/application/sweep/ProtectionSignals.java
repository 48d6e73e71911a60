// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.alarm.AlarmRows;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewProtection.GuardedBreaker;
import org.evenfloat.application.port.in.ViewProtection.GuardedString;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.RunawayRule;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.ProofPhase;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripPhase;

/** What alarms look at of guards and breakers. One thread. */
final class ProtectionSignals implements AlarmRows.Columns {

    /** A guard that has taken no sample for so long does not protect: three minutes and a bit. */
    private static final long SILENT_MILLIS = 200_000;

    private final ViewProtection view;
    private final MonitorHealth health;
    private final Map<AlarmSignal, int[]> columns = new EnumMap<>(AlarmSignal.class);

    /** @param strings number of strings; @param breakers number of breakers */
    ProtectionSignals(int strings, int breakers, ViewProtection view, MonitorHealth health) {
        this.view = view;
        this.health = health;
        for (AlarmSignal signal : AlarmSignal.OF_THE_GUARD) {
            int size = signal.scope() == AlarmScope.STRING ? strings : signal.scope() == AlarmScope.BREAKER ? breakers : 1;
            columns.put(signal, new int[size]);
        }
    }

    @Override
    public int[] of(AlarmSignal signal) {
        return columns.get(signal);
    }

    void take(long wallMillis) {
        List<GuardedString> strings = view.strings();
        for (int i = 0; i < strings.size(); i++) {
            string(i, strings.get(i), wallMillis);
        }
        List<GuardedBreaker> breakers = view.breakers();
        for (int i = 0; i < breakers.size(); i++) {
            breaker(i, breakers.get(i), wallMillis);
        }
        columns.get(AlarmSignal.GUARD_STALLED)[0] = health.guardStalled() ? 1 : 0;
        columns.get(AlarmSignal.PROTECTION_NOT_KEPT)[0] = health.protectionNotKept() ? 1 : 0;
    }

    private void set(AlarmSignal signal, int index, boolean on) {
        columns.get(signal)[index] = on ? 1 : 0;
    }

    private void string(int i, GuardedString string, long wallMillis) {
        boolean sampled = string.steppedAtMillis() > 0;
        columns.get(AlarmSignal.RUNAWAY_STAGE)[i] = string.finding().stage().ordinal();
        set(AlarmSignal.RUNAWAY_UNCONFIRMED, i, string.finding().rule() == RunawayRule.UNCONFIRMED);
        boolean silent = sampled && wallMillis - string.steppedAtMillis() > SILENT_MILLIS;
        set(AlarmSignal.NOT_PROTECTED, i, sampled && string.finding().cannotProtect() != CannotProtect.NO || silent);
        columns.get(AlarmSignal.GUARD_SENSORS)[i] = string.unbelievedSensors();
    }

    private void breaker(int i, GuardedBreaker breaker, long wallMillis) {
        TripPhase phase = breaker.phase();
        boolean shadow = breaker.mode() == TripMode.SHADOW;
        boolean held = breaker.hold() != TripHold.NONE;
        boolean runs = phase == TripPhase.COUNTDOWN || phase == TripPhase.VETOED || phase == TripPhase.OPENING;
        set(AlarmSignal.TRIP_PENDING, i, runs && !held && !shadow);
        set(AlarmSignal.TRIP_HELD, i, held);
        set(AlarmSignal.TRIP_IN_SHADOW, i, phase == TripPhase.WOULD_BE_OPEN || runs && !held && shadow);
        set(AlarmSignal.BREAKER_TRIPPED, i, phase == TripPhase.OPEN);
        set(AlarmSignal.TRIP_FAILED, i, phase == TripPhase.FAILED);
        set(AlarmSignal.CANNOT_TRIP, i, !breaker.cannotTrip().isEmpty());
        set(AlarmSignal.BREAKER_OPEN, i, breaker.sight() == BreakerSight.OPEN && breaker.proof() == ProofPhase.NONE
                && (phase == TripPhase.WATCHING || phase == TripPhase.WOULD_BE_OPEN));
        set(AlarmSignal.BREAKER_DISARMED, i, breaker.mode() == TripMode.DISARMED);
        set(AlarmSignal.PROOF_OVERDUE, i, breaker.proofDueMillis() > 0 && breaker.proofDueMillis() < wallMillis);
    }
}
