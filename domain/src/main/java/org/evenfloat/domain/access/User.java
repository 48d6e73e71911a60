// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

/**
 * A person who may sign in with a password that this server keeps.
 *
 * @param name lower-case letters, digits and {@code . _ -}, 1 to 32, begins with a letter
 * @param grants what he may
 * @param passwordHash what the password hash made of his password; never the password
 * @param secondFactor secret of his second factor in base32; empty when he has none
 * @param disabled whether he may not sign in at present
 * @param emergency whether this is the account behind glass: its use is told loudly
 * @param createdAtMillis since when he is known, epoch ms
 * @param passwordAtMillis when his password was set, epoch ms
 */
public record User(
        String name, Grants grants, String passwordHash, String secondFactor, boolean disabled, boolean emergency,
        long createdAtMillis, long passwordAtMillis) {

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return name + " (" + grants.site().word() + (disabled ? ", disabled" : "") + ")";
    }
}
