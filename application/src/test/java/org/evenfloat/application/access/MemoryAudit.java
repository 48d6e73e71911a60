// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.AuditEntry;

/** An audit in memory, whose disk can be full. */
public final class MemoryAudit implements AuditTrail {

    public final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    public volatile boolean full;

    @Override
    public void append(AuditEntry entry) throws AuditFailure {
        probe();
        entries.add(entry);
    }

    @Override
    public void probe() throws AuditFailure {
        if (full) {
            throw new AuditFailure("the disk is full", null);
        }
    }

    /** Returns the entries as one line each, without times. */
    public List<String> lines() {
        return entries.stream()
                .map(entry -> String.join(" | ", entry.who(), entry.verb(), entry.target(), entry.outcome().name(),
                        entry.before(), entry.after()))
                .toList();
    }
}
