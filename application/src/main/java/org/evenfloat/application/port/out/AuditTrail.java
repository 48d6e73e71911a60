// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import org.evenfloat.domain.access.AuditEntry;

/**
 * Writes down who did what, so that nobody can change it unnoticed. Safe for several threads; waits for the disk, so
 * never called on a line's, the conductor's or the guard's thread.
 */
public interface AuditTrail {

    /**
     * Appends an entry. When this returns it is on the disk, with a link to all entries before it.
     *
     * @throws AuditFailure when it could not be written; nothing was appended then
     */
    void append(AuditEntry entry) throws AuditFailure;

    /**
     * Checks that an entry could be appended now.
     *
     * @throws AuditFailure when it could not, so that what would have to be written down is not done at all
     */
    void probe() throws AuditFailure;
}
