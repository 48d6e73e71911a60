// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Set;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;

/** Decides which verbs need a second person. Needs MANAGE_APPROVALS, else it throws {@link NotAllowed}. */
public interface RequireSecondPerson {

    /** Returns the verbs that need a second person now. */
    Set<Verb> verbs(Actor who);

    /** Returns the verbs that can need one: those that change something. */
    Set<Verb> possible();

    /**
     * Decides anew.
     *
     * @return problems, each {@code where: what was given - what is allowed}; empty when it is so now
     */
    List<String> require(Actor who, Set<Verb> verbs);
}
