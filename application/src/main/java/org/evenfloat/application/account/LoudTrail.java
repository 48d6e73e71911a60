// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.Locale;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.event.EventKind;

/** An audit that says aloud whatever the emergency account does: an event follows each entry of it. */
public final class LoudTrail implements AuditTrail {

    private final AuditTrail audit;
    private final AccessStore store;
    private final EventSink events;

    /**
     * @param audit where everything is written down
     * @param store knows which account that is
     * @param events where it is said
     */
    public LoudTrail(AuditTrail audit, AccessStore store, EventSink events) {
        this.audit = audit;
        this.store = store;
        this.events = events;
    }

    @Override
    public void append(AuditEntry entry) throws AuditFailure {
        audit.append(entry);
        if (entry.kind() == Actor.Kind.PERSON && emergency(entry.who())) {
            events.happened(EventKind.EMERGENCY_ACCESS, "", "The emergency account " + entry.who() + " is used from "
                    + entry.from() + ": " + entry.verb() + ", " + entry.target() + ", "
                    + entry.outcome().name().toLowerCase(Locale.ROOT) + ". If nobody of you did that, disable it and"
                    + " read the audit.");
        }
    }

    private boolean emergency(String name) {
        try {
            return store.book().user(name).filter(User::emergency).isPresent();
        } catch (AccessFailure failure) {
            return false; // nobody gets in with it then
        }
    }

    @Override
    public void probe() throws AuditFailure {
        audit.probe();
    }
}
