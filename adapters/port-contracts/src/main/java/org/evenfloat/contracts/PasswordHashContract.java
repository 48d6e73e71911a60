// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHash} does. */
public abstract class PasswordHashContract {

    private static final String PASSWORD = "a battery häuschen 電池 🔋";

    private final PasswordHash hash = passwordHash();

    /** Returns the hash. */
    protected abstract PasswordHash passwordHash();

    @Test
    void matchesThePasswordAndNoOther() throws HashBusy {
        String kept = hash.hash(PASSWORD);
        assertThat(hash.matches(PASSWORD, kept)).isTrue();
        assertThat(hash.matches(PASSWORD + " ", kept)).isFalse();
        assertThat(hash.matches("", kept)).isFalse();
    }

    @Test
    void keepsNothingOfThePasswordAndSaltsEachAnew() throws HashBusy {
        String kept = hash.hash(PASSWORD);
        assertThat(kept).startsWith("$").doesNotContain("battery");
        assertThat(hash.hash(PASSWORD)).isNotEqualTo(kept);
    }

    @Test
    void whatMatchesNothingLooksLikeEverythingElse() throws HashBusy {
        String unmatched = hash.unmatched();
        assertThat(unmatched).isNotEqualTo(hash.unmatched()).hasSameSizeAs(hash.hash(PASSWORD));
        assertThat(hash.matches(PASSWORD, unmatched)).isFalse();
        assertThat(hash.matches("", unmatched)).isFalse();
    }

    @Test
    void anUnreadableHashMatchesNothing() throws HashBusy {
        String kept = hash.hash(PASSWORD);
        for (String broken : new String[] {"", "x", kept + "A", kept.substring(1), kept.replace("$", ""),
                kept.substring(0, kept.lastIndexOf('$') + 1)}) {
            assertThat(hash.matches(PASSWORD, broken)).as(broken).isFalse();
        }
    }
}
