// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

/**
 * A secret and where it comes from; its text shows only the latter.
 *
 * @param reference where it is kept
 * @param value the secret itself
 */
public record Secret(SecretReference reference, String value) {

    /** Returns where the secret is kept, never the secret. */
    @Override
    public String toString() {
        return reference.toString();
    }
}
