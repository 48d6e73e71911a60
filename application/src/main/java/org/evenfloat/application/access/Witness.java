// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** Sees to it that nothing is done that could not be written down, and writes down what was done. */
public final class Witness {

    private final AuditTrail audit;
    private final InstantSource wallClock;

    /**
     * @param audit where it is written down
     * @param wallClock stamps
     */
    public Witness(AuditTrail audit, InstantSource wallClock) {
        this.audit = audit;
        this.wallClock = wallClock;
    }

    /** Does something that one of the verbs was wanted for, and writes down what has become of it. */
    <T> T watch(Actor who, Verb verb, Target target, Supplier<T> action, Function<T, Deed> told) {
        return watch(who, verb.name(), target, action, told);
    }

    /**
     * Does something and writes down what has become of it.
     *
     * @param what name of a verb, or of something beside the verbs such as {@code CLAIMED}
     * @throws NotWrittenDown when the audit cannot be written: before the action, and nothing was done; or after it
     */
    public <T> T watch(Actor who, String what, Target target, Supplier<T> action, Function<T, Deed> told) {
        probe();
        T result;
        try {
            result = action.get();
        } catch (RuntimeException failure) {
            write(who, what, target, Outcome.FAILED, Deed.failed(String.valueOf(failure.getMessage())));
            throw failure;
        }
        Deed deed = told.apply(result);
        write(who, what, target, deed.done() ? Outcome.DONE : Outcome.FAILED, deed);
        return result;
    }

    private void probe() {
        try {
            audit.probe();
        } catch (AuditFailure failure) {
            throw new NotWrittenDown("Nothing was done: " + failure.getMessage(), failure);
        }
    }

    /** Writes down something that one of the verbs was wanted for. */
    public void write(Actor who, Verb verb, Target target, Outcome outcome, Deed deed) {
        write(who, verb.name(), target, outcome, deed);
    }

    /**
     * Writes something down.
     *
     * @param what name of a verb, or of something beside the verbs such as {@code SIGN_IN}
     * @throws NotWrittenDown when the audit cannot be written
     */
    public void write(Actor who, String what, Target target, Outcome outcome, Deed deed) {
        try {
            audit.append(new AuditEntry(
                    wallClock.millis(), who.kind(), who.name(), who.from(), what, target.toString(), outcome,
                    deed.before(), deed.after()));
        } catch (AuditFailure failure) {
            throw new NotWrittenDown(failure.getMessage(), failure);
        }
    }
}
