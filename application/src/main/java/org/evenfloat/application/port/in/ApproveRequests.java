// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;

/** What somebody wants to do and a second person has to approve. */
public interface ApproveRequests {

    /** What has become of a request. */
    enum State {
        WAITING,
        /** Approved, and done. */
        DONE,
        /** Approved, and could not be done. */
        FAILED,
        REFUSED,
        /** Nobody approved it in time. */
        EXPIRED
    }

    /**
     * A request.
     *
     * @param id its number, unique while the server runs
     * @param who who wants it
     * @param verb what
     * @param target to what, as people read it
     * @param wanted what exactly, as people read it
     * @param askedAtMillis since when, epoch ms
     * @param untilMillis until when it can be approved, epoch ms
     * @param state what has become of it
     * @param by who approved or refused it; empty while it waits
     * @param told what came of it, as people read it; empty while it waits
     */
    record Request(
            long id, String who, Verb verb, String target, String wanted, long askedAtMillis, long untilMillis,
            State state, String by, String told) {}

    /** Returns what waits and what was answered lately, the newest first. */
    List<Request> requests();

    /**
     * Approves a request, which is done at once. Returns what has become of it; empty when there is none of that
     * number that waits.
     *
     * @throws NotAllowed when he is no person, may not do it himself, or is the one who wants it
     */
    Optional<Request> approve(Actor by, long id);

    /**
     * Refuses a request; who wants it may take it back like this. Returns what has become of it; empty when there is
     * none of that number that waits.
     *
     * @throws NotAllowed when he is neither the one who wants it nor somebody who may do it himself
     */
    Optional<Request> refuse(Actor by, long id);
}
