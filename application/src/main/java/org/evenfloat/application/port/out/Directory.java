// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Optional;
import java.util.Set;

/**
 * Knows names and passwords that are kept elsewhere, such as those of a company. Safe for several threads; an answer
 * takes a few seconds at most, so it is never asked on a line's, the conductor's or the guard's thread.
 */
public interface Directory {

    /** Returns how it is called in messages and in the audit, such as {@code ldap}. */
    String name();

    /**
     * Checks a name and a password. Only a right password of a name that is known there gives an answer; anything
     * that is not understood gives none.
     *
     * @param name ASCII letters, digits and {@code . _ - + @}, 1 to 64
     * @param password as typed; an empty one is never right, whatever the directory says
     * @return the groups of him that this server asks about, spelled as the site file spells them, perhaps none;
     *     empty when the name is unknown there, the password is wrong, or he may not sign in
     * @throws DirectoryFailure when it cannot be asked, or does not answer in time
     */
    Optional<Set<String>> check(String name, String password) throws DirectoryFailure;
}
