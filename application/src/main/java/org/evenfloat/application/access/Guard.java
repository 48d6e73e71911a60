// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.function.Function;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/**
 * Decides who may do what to what, and writes it down: the one place for all channels. A decision reads only the
 * actor's grants and costs less than a microsecond; what is done waits for the disk that it is written to. Safe for
 * several threads.
 */
public final class Guard {

    private final Witness witness;
    private final Approvals approvals;

    /**
     * @param witness writes down
     * @param approvals what needs a second person
     */
    public Guard(Witness witness, Approvals approvals) {
        this.witness = witness;
        this.approvals = approvals;
    }

    /** Returns whether somebody may do that; nothing is written down. */
    public static boolean may(Actor who, Verb verb, Target target) {
        return who.grants().cover(verb.least(), target.strings());
    }

    /**
     * Checks something that changes nothing, such as reading the log.
     *
     * @throws NotAllowed when he may not, which is written down
     */
    public void require(Actor who, Verb verb, Target target) {
        if (!may(who, verb, target)) {
            NotAllowed refusal = refusal(who, verb, target);
            witness.write(who, verb, target, Outcome.DENIED, Deed.failed(refusal.getMessage()));
            throw refusal;
        }
    }

    /**
     * Does something that changes something, if he may, and writes it down.
     *
     * @param wanted what he asks for, as people read it; never a secret
     * @param action does it
     * @param told says what has become of it
     * @return what the action returned
     * @throws NotAllowed when he may not
     * @throws WaitsForApproval when a second person has to approve it first; it is done then
     * @throws NotWrittenDown when the audit cannot be written: before the action, and nothing was done; or after it
     */
    public <T> T perform(
            Actor who, Verb verb, Target target, String wanted, Supplier<T> action, Function<T, Deed> told) {
        require(who, verb, target);
        if (approvals.needed(verb)) {
            long request = approvals.ask(who, verb, target, wanted, second -> told.apply(action.get()));
            throw waits(who, verb, target, request);
        }
        return witness.watch(who, verb, target, action, told);
    }

    /**
     * Has something done by two persons, whatever the policy says: asks for the second one.
     *
     * @param wanted what he asks for, as people read it; never a secret
     * @param action does it, told who the second person is
     * @throws NotAllowed when he may not
     * @throws WaitsForApproval otherwise
     */
    public void performByTwo(Actor who, Verb verb, Target target, String wanted, Function<Actor, Deed> action) {
        require(who, verb, target);
        throw waits(who, verb, target, approvals.ask(who, verb, target, wanted, action));
    }

    private static WaitsForApproval waits(Actor who, Verb verb, Target target, long request) {
        return new WaitsForApproval(who.name() + " wants to " + verb.words() + " (" + target + "). A second person"
                + " has to approve it: request " + request + ".", request);
    }

    private static NotAllowed refusal(Actor who, Verb verb, Target target) {
        String where = target.id().isEmpty() ? "" : " (" + target + ")";
        return new NotAllowed(who.name() + ", who has the role " + who.grants().site().word() + ", may not "
                + verb.words() + where + ": that needs the role " + verb.least().word()
                + ". Somebody with the role admin can give it.", verb.least());
    }
}
