// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.concurrent.atomic.AtomicBoolean;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.event.EventKind;

/** Tells once when the audit can no longer be written, and once when it can again. */
public final class WatchedAudit implements AuditTrail {

    private final AuditTrail audit;
    private final EventSink events;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * @param audit what is watched
     * @param events is told
     */
    public WatchedAudit(AuditTrail audit, EventSink events) {
        this.audit = audit;
        this.events = events;
    }

    private void tell(AuditFailure failure) {
        if (!failing.getAndSet(true)) {
            events.happened(EventKind.AUDIT_FAILING, "", "The audit cannot be written, so nothing that has to be written"
                    + " down is done until it can: " + failure.getMessage());
        }
    }

    @Override
    public void append(AuditEntry entry) throws AuditFailure {
        try {
            audit.append(entry);
        } catch (AuditFailure failure) {
            tell(failure);
            throw failure;
        }
        if (failing.get() && failing.getAndSet(false)) {
            events.happened(EventKind.AUDIT_WORKING, "", "The audit can be written again.");
        }
    }

    /** Tells of a failure; only an entry that was written shows that all is well again. */
    @Override
    public void probe() throws AuditFailure {
        try {
            audit.probe();
        } catch (AuditFailure failure) {
            tell(failure);
            throw failure;
        }
    }
}
