// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.evenfloat.application.port.out.SecretSource;
import org.junit.jupiter.api.Test;

/** What every {@link SecretSource} does. */
public abstract class SecretSourceContract {

    private final SecretSource source = secretSource();

    /** Returns the source. */
    protected abstract SecretSource secretSource();

    @Test
    void neverTellsTheSameSecretTwice() {
        Set<String> told = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String secret = source.secret();
            assertThat(secret).matches("[A-Za-z0-9_-]{43}");
            assertThat(told.add(secret)).isTrue();
        }
    }

    @Test
    void everyBitOfTheBytesIsSometimesSet() {
        byte[] seen = new byte[20];
        for (int i = 0; i < 64; i++) {
            byte[] bytes = source.bytes(20);
            assertThat(bytes).hasSize(20);
            for (int at = 0; at < 20; at++) {
                seen[at] |= bytes[at];
            }
        }
        assertThat(seen).containsOnly((byte) 0xFF); // fails by chance once in 10^17 runs
    }

    @Test
    void returnsOneToSixtyFourBytes() {
        assertThat(source.bytes(1)).hasSize(1);
        assertThat(source.bytes(64)).hasSize(64);
        assertThatThrownBy(() -> source.bytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.bytes(65)).isInstanceOf(IllegalArgumentException.class);
    }
}
