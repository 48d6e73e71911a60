// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.OutputStream;
import java.util.List;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.domain.access.Actor;

/** An audit in which nothing was ever written, for what does not ask for it. */
final class NoAudit implements ReadAudit {

    @Override
    public List<Written> entries(Actor who, long before, int entries) {
        return List.of();
    }

    @Override
    public Check check(Actor who) {
        return new Check(0, 0, 0, "", List.of(), List.of());
    }

    @Override
    public void export(Actor who, Form form, OutputStream target) {
        throw new UnsupportedOperationException("nothing was written down here");
    }
}
