// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** Makes of a password what can be kept. Slow and hungry on purpose, and bounded. Safe for several threads. */
public interface PasswordHash {

    /** Returns what is kept instead of that password, with a salt of its own, in the PHC string format. */
    String hash(String password);

    /** Returns whether that password was hashed to that. An unreadable hash matches nothing, in the same time. */
    boolean matches(String password, String hash);
}
