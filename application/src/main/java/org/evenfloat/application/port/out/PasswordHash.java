// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** Makes of a password what can be kept. Slow and hungry on purpose, and bounded. Safe for several threads. */
public interface PasswordHash {

    /**
     * Returns what is kept instead of that password, with a salt of its own, in the PHC string format.
     *
     * @throws HashBusy when too many wait for their turn
     */
    String hash(String password) throws HashBusy;

    /**
     * Returns what looks like a kept password, costs as much to compare, and matches none; at once. For names that are
     * nobody's, so that trying them takes as long.
     */
    String unmatched();

    /**
     * Returns whether that password was hashed to that. An unreadable hash matches nothing, in the same time.
     *
     * @throws HashBusy when too many wait for their turn
     */
    boolean matches(String password, String hash) throws HashBusy;
}
