// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** Draws secrets that nobody can guess. Safe for several threads. */
public interface SecretSource {

    /** Returns 256 random bits as 43 characters that can stand in a header and in an address. */
    String secret();

    /**
     * Returns random bytes.
     *
     * @param count how many, 1 to 64
     */
    byte[] bytes(int count);
}
