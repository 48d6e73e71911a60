// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

/**
 * Where the next entry goes.
 *
 * @param file number of the last file; 0 when there is none
 * @param fileBytes how long that file is
 * @param number of the last entry; 0 when there is none
 * @param hash of the last entry
 */
record AuditTail(long file, long fileBytes, long number, String hash) {

    /** Returns the tail after another entry. */
    AuditTail after(String entryHash, int bytes) {
        return new AuditTail(file, fileBytes + bytes, number + 1, entryHash);
    }

    /** Returns the tail in a new file. */
    AuditTail inNewFile() {
        return new AuditTail(file + 1, 0, number, hash);
    }
}
