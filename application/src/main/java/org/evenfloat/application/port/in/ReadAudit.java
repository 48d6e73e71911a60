// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Actor;

/** Reads what was written down about what people did. Needs READ_AUDIT, else it throws {@link NotAllowed}. */
public interface ReadAudit {

    /** Most entries that one look returns. */
    int MAX_ENTRIES = 1_000;

    /**
     * Returns the newest entries before a number, the newest first.
     *
     * @param before only entries with a lower number; {@link Long#MAX_VALUE} for the newest
     * @param entries most entries wanted, 1 to {@link #MAX_ENTRIES}
     */
    List<Written> entries(Actor who, long before, int entries) throws AuditFailure;

    /** Checks every link. Reads everything; takes about half a minute for a million entries. */
    Check check(Actor who) throws AuditFailure;

    /**
     * Writes all entries, the oldest first; leaves the stream open. That somebody took them along is written down before.
     *
     * @throws NotWrittenDown when that could not be written down; nothing was written to the target then
     * @throws IOException when the target cannot be written
     */
    void export(Actor who, Form form, OutputStream target) throws AuditFailure, IOException;
}
