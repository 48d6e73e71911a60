// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.evenfloat.application.port.out.SecretSource;

/** Secrets of the operating system's generator. */
public final class StrongSecrets implements SecretSource {

    private static final int SECRET_BYTES = 32;
    private static final int MOST_BYTES = 64;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    @Override
    public byte[] bytes(int count) {
        if (count < 1 || count > MOST_BYTES) {
            throw new IllegalArgumentException("random bytes: " + count + " - allowed: 1 to " + MOST_BYTES);
        }
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
