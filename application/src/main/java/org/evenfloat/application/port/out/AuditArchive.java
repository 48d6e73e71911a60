// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.evenfloat.domain.access.AuditEntry;

/**
 * Reads what {@link AuditTrail} has written, also while it writes. Safe for several threads; waits for the disk, so
 * never called on a line's, the conductor's or the guard's thread.
 */
public interface AuditArchive {

    /**
     * An entry with its place.
     *
     * @param number counted from 1, without gaps
     * @param hash what links it to all entries before it, SHA-256 in hexadecimal
     * @param entry what was written down
     */
    record Written(long number, String hash, AuditEntry entry) {}

    /**
     * What checking the whole audit found.
     *
     * @param entries how many entries there are
     * @param firstAtMillis when the oldest one was written, epoch ms; 0 when there is none
     * @param lastAtMillis when the newest one was written, epoch ms; 0 when there is none
     * @param head hash of the newest one; empty when there is none
     * @param problems what is wrong, each naming the file, the line and the entry, and what it means; empty when all is
     *     as it was written; of very many only the first
     * @param remarks what whoever relies on this should know although it is no problem, such as what could not be checked
     */
    record Check(
            long entries, long firstAtMillis, long lastAtMillis, String head, List<String> problems,
            List<String> remarks) {

        public Check {
            problems = List.copyOf(problems);
            remarks = List.copyOf(remarks);
        }

        /** Returns whether all is as it was written. */
        public boolean good() {
            return problems.isEmpty();
        }
    }

    /** How the audit is copied out. */
    enum Form {
        /** Line by line as it is kept, so that the copy can be checked like the original. */
        JSONL,
        /** A table for spreadsheets, of what people read; cannot be checked. */
        CSV
    }

    /**
     * Returns the newest entries before a number, the newest first. Never reads more of the files than it needs; what
     * cannot be read as an entry is left out.
     *
     * @param before only entries with a lower number; {@link Long#MAX_VALUE} for the newest
     * @param entries most entries wanted, at least 1
     * @throws AuditFailure when the audit cannot be read
     */
    List<Written> newest(long before, int entries) throws AuditFailure;

    /**
     * Checks every link. Reads everything that was there when it began.
     *
     * @throws AuditFailure when the audit cannot be read
     */
    Check check() throws AuditFailure;

    /**
     * Writes all entries that there were when it began, the oldest first; leaves the stream open.
     *
     * @throws AuditFailure when the audit cannot be read
     * @throws IOException when the target cannot be written
     */
    void export(Form form, OutputStream target) throws AuditFailure, IOException;
}
