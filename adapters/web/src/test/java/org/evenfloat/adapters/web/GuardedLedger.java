// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** The ledger of a test behind the real guard. */
record GuardedLedger(Guard guard, Ledger ledger) implements ReadAudit {

    private void require(Actor who) {
        guard.require(who, Verb.READ_AUDIT, Target.of("audit", ""));
    }

    @Override
    public List<Written> entries(Actor who, long before, int entries) throws AuditFailure {
        require(who);
        return ledger.entries(who, before, entries);
    }

    @Override
    public Check check(Actor who) throws AuditFailure {
        require(who);
        return ledger.check(who);
    }

    @Override
    public void export(Actor who, Form form, OutputStream target) throws AuditFailure, IOException {
        require(who);
        ledger.export(who, form, target);
    }
}
