// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import java.util.Locale;

/** What somebody may do, from little to much: each role may what those before it may. Names are stored: never rename. */
public enum Role {
    /** Looks at everything but other people and the log. */
    VIEW,
    /** Works with alarms and finds modules: what an operator on duty does. */
    OPERATE,
    /** Commissions, calibrates, replaces, changes settings: what a technician does. */
    SERVICE,
    /** Decides about the breaker and what protects it, and reads the audit. */
    SAFETY,
    /** Decides who may do what. */
    ADMIN;

    /** Returns whether this role may all that the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** Returns the role as people write it, in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
