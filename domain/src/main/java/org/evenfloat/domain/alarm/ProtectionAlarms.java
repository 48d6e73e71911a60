// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.evenfloat.domain.alarm.AlarmSide.HIGH;
import static org.evenfloat.domain.alarm.StandardLimit.From.NOTHING;

import java.util.ArrayList;
import java.util.List;

/** The rows of the alarm table that are about thermal runaway and the breakers that stop it. */
final class ProtectionAlarms {

    private static final String GUARD = "the guard's rules decide: docs/safety.md";

    private ProtectionAlarms() {}

    static List<AlarmDefinition> all() {
        List<AlarmDefinition> rows = new ArrayList<>();
        strings(rows);
        trips(rows);
        readiness(rows);
        return rows;
    }

    private static void strings(List<AlarmDefinition> rows) {
        rows.addAll(new AlarmPair("runaway", AlarmSignal.RUNAWAY_STAGE, HIGH, new AlarmWords(
                "A string is on the way to a thermal runaway",
                "Charging voltage too high, cooling lost, cells shorted or dried out.",
                "Heat makes it take more current, which makes more heat: it can burn.",
                "Go and look now: charger voltage, cooling, the hottest block. Its breaker opens when it goes on."))
                .at(limit(0), limit(1), AlarmPriority.URGENT));
        rows.add(new AlarmPair("runaway-unconfirmed", AlarmSignal.RUNAWAY_UNCONFIRMED, HIGH, new AlarmWords(
                "A block of a string reads far too hot, and nothing else supports it",
                "Most likely its sensor; or a short inside one block that nothing else shows.",
                "Nothing is disconnected because of one sensor alone.",
                "Measure that block by hand, and open the breaker by hand if it is really hot."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("runaway-not-protected", AlarmSignal.NOT_PROTECTED, HIGH, new AlarmWords(
                "A string cannot be protected from a thermal runaway",
                "Too many temperatures are missing, nothing tells whether it feeds the load, or its line is silent.",
                "A runaway would not be seen, and its breaker would not be opened.",
                "Bring modules, line and sensors back; watch the string by hand until then."))
                .timed(0, 60_000, 60_000)
                .only(AlarmLevel.ALARM, AlarmPriority.HIGH, limit(0)));
        rows.add(new AlarmPair("runaway-sensors", AlarmSignal.GUARD_SENSORS, HIGH, new AlarmWords(
                "Temperature sensors of a string are not believed",
                "A sensor is open, stuck, or jumps; a module that is silent has an alarm of its own.",
                "Their blocks are watched by their neighbours only; without the air a slow rise is seen late.",
                "Replace the module or the air sensor; the page Safety names them."))
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(0)));
    }

    private static void trips(List<AlarmDefinition> rows) {
        rows.add(new AlarmPair("trip-countdown", AlarmSignal.TRIP_PENDING, HIGH, new AlarmWords(
                "A breaker is about to be opened",
                "One of its strings runs away.",
                "When the countdown ends its strings leave the load.",
                "Go and look. A named person may put it off once on the page Safety."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("trip-held", AlarmSignal.TRIP_HELD, HIGH, new AlarmWords(
                "A breaker should be open and is held closed",
                "Its strings feed the load, or are the last ones.",
                "The string goes on to heat itself.",
                "Decide which danger is greater, and open it by hand if it is the fire."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("trip-failed", AlarmSignal.TRIP_FAILED, HIGH, new AlarmWords(
                "A breaker did not open",
                "Relay, wire, release or breaker is broken, or its status input lies.",
                "The string goes on to heat itself: fire.",
                "Open it by hand at once, or switch the charger off."))
                .latching()
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("breaker-tripped", AlarmSignal.BREAKER_TRIPPED, HIGH, new AlarmWords(
                "A breaker was opened",
                "One of its strings ran away, or a person opened it.",
                "Its strings do not feed the load.",
                "Let the string cool down, find the cause; two persons release it, then close it by hand."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("trip-in-shadow", AlarmSignal.TRIP_IN_SHADOW, HIGH, new AlarmWords(
                "A breaker would be open now if it were armed",
                "One of its strings runs away, and the breaker is in shadow mode.",
                "Nothing disconnects the string.",
                "Go and look now, and open it by hand if the string is hot."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
    }

    private static void readiness(List<AlarmDefinition> rows) {
        rows.add(new AlarmPair("breaker-cannot-trip", AlarmSignal.CANNOT_TRIP, HIGH, new AlarmWords(
                "A breaker could not be opened now",
                "Its relay module does not answer, or its line cannot be used.",
                "A runaway could not be stopped.",
                "Check the relay module, its supply and the line."))
                .timed(0, 30_000, 30_000)
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("breaker-open", AlarmSignal.BREAKER_OPEN, HIGH, new AlarmWords(
                "A breaker is open and the server has not opened it",
                "Somebody opened it, or it has tripped by itself.",
                "Its strings neither are charged nor feed the load.",
                "Find out why, and close it."))
                .timed(0, 30_000, 10_000)
                .only(AlarmLevel.ALARM, AlarmPriority.HIGH, limit(0)));
        rows.add(new AlarmPair("breaker-disarmed", AlarmSignal.BREAKER_DISARMED, HIGH, new AlarmWords(
                "A breaker is disarmed",
                "Somebody has disarmed it.",
                "A runaway is told but not stopped.",
                "Put it back into shadow mode or arm it when the work is done."))
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(0)));
        rows.add(new AlarmPair("proof-test-overdue", AlarmSignal.PROOF_OVERDUE, HIGH, new AlarmWords(
                "The proof test of a breaker is overdue",
                "The last passed test is older than its interval.",
                "Nobody knows whether the breaker would open.",
                "Make a proof test on the page Safety."))
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(0)));
        rows.add(new AlarmPair("guard-stalled", AlarmSignal.GUARD_STALLED, HIGH, new AlarmWords(
                "The guard against thermal runaway does not look",
                "A fault of the program, or a machine without time.",
                "A runaway would not be seen.",
                "Restart the server, and report the log."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("protection-not-kept", AlarmSignal.PROTECTION_NOT_KEPT, HIGH, new AlarmWords(
                "What the guard decides cannot be kept",
                "The disk is full, read-only, slow or failing.",
                "After a restart the guard would know less, and a black box would have gaps. It protects all the same.",
                "Free space, or replace the disk; the log says what is wrong."))
                .timed(0, 60_000, 60_000)
                .only(AlarmLevel.ALARM, AlarmPriority.HIGH, limit(0)));
    }

    private static StandardLimit limit(int amount) {
        return new StandardLimit(NOTHING, amount, true, GUARD);
    }
}
