// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** The audit, for those who may read it. */
public final class GuardedAudit implements ReadAudit {

    private static final Target AUDIT = Target.of("audit", "");

    private final Guard guard;
    private final Witness witness;
    private final AuditArchive archive;

    /**
     * @param guard decides
     * @param witness writes down who takes the audit along
     * @param archive reads
     */
    public GuardedAudit(Guard guard, Witness witness, AuditArchive archive) {
        this.guard = guard;
        this.witness = witness;
        this.archive = archive;
    }

    @Override
    public List<Written> entries(Actor who, long before, int entries) throws AuditFailure {
        guard.require(who, Verb.READ_AUDIT, AUDIT);
        return archive.newest(before, entries);
    }

    @Override
    public Check check(Actor who) throws AuditFailure {
        guard.require(who, Verb.READ_AUDIT, AUDIT);
        return archive.check();
    }

    @Override
    public void export(Actor who, Form form, OutputStream target) throws AuditFailure, IOException {
        guard.require(who, Verb.READ_AUDIT, AUDIT);
        witness.write(who, Verb.READ_AUDIT, AUDIT, Outcome.DONE, Deed.done("all entries, as " + form.name()));
        archive.export(form, target);
    }
}
