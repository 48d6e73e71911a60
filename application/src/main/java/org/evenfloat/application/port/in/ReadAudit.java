// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;

/** Reads what was written down about what people did. Needs READ_AUDIT, else it throws {@link NotAllowed}. */
public interface ReadAudit {

    /** Most entries that one look returns. */
    int MAX_ENTRIES = 1_000;

    /**
     * An entry with its place.
     *
     * @param number counted from 1, without gaps
     * @param hash what links it to all entries before it, SHA-256 in hexadecimal
     * @param entry what was written down
     */
    record Written(long number, String hash, AuditEntry entry) {}

    /**
     * Returns the newest entries before a number, the newest first.
     *
     * @param before only entries with a lower number; {@link Long#MAX_VALUE} for the newest
     * @param entries most entries wanted, 1 to {@link #MAX_ENTRIES}
     */
    List<Written> entries(Actor who, long before, int entries) throws AuditFailure;

    /**
     * What checking the whole audit found.
     *
     * @param entries how many entries there are
     * @param head hash of the last one; empty when there is none
     * @param problems what is wrong, each naming the file, the line and the entry; empty when all is as it was written
     */
    record Check(long entries, String head, List<String> problems) {}

    /** Checks every link. Reads everything; takes about a second for a million entries. */
    Check check(Actor who) throws AuditFailure;
}
