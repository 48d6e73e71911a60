// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

/**
 * What is written down about something that somebody did, wanted to do, or was not allowed to do.
 *
 * @param atMillis when, epoch ms on the wall clock
 * @param kind what sort of actor
 * @param who name of the actor
 * @param from channel and address
 * @param verb what: name of a {@link Verb}, or of something beside the verbs such as {@code SIGN_IN}
 * @param target to what, as people read it
 * @param outcome what became of it
 * @param before what was there before; empty when nothing changed or nothing was there
 * @param after what is there now, or what was asked for; never a secret
 */
public record AuditEntry(
        long atMillis, Actor.Kind kind, String who, String from, String verb, String target, Outcome outcome,
        String before, String after) {

    /** What became of it. Names are stored: never rename. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was allowed and could not be done; {@code after} says why. */
        FAILED,
        /** It was not allowed. */
        DENIED,
        /** A second person has to approve it first. */
        WAITING,
        /** A second person approved it. */
        APPROVED,
        /** A second person refused it, or who wanted it took it back. */
        REFUSED
    }
}
