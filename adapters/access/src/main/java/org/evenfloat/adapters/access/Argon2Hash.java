// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.application.port.out.SecretSource;

/**
 * Argon2id of RFC 9106 with 19 MiB in two passes, what OWASP's password storage cheat sheet asks for at least. One at
 * a time, so that no more memory and no more than one core is taken by whoever signs in.
 */
public final class Argon2Hash implements PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    /** A hash from elsewhere, or a damaged one, must not take the whole memory. */
    private static final int MOST_MEMORY_KIB = 65_536;
    private static final int MOST_PASSES = 8;

    private static final long PATIENCE_MILLIS = 3_000;
    private static final int MOST_WAITING = 8;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]{11,88})\\$([A-Za-z0-9+/]{22,88})");

    private final SecretSource secrets;
    private final Semaphore turn = new Semaphore(1, true);

    /** @param secrets of salts */
    public Argon2Hash(SecretSource secrets) {
        this.secrets = secrets;
    }

    private record Kept(int memoryKib, int passes, byte[] salt, byte[] tag) {}

    @Override
    public String hash(String password) throws HashBusy {
        byte[] salt = secrets.bytes(SALT_BYTES);
        return phc(salt, tag(password, new Kept(MEMORY_KIB, PASSES, salt, new byte[TAG_BYTES])));
    }

    @Override
    public String unmatched() {
        return phc(secrets.bytes(SALT_BYTES), secrets.bytes(TAG_BYTES));
    }

    private static String phc(byte[] salt, byte[] tag) {
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(tag);
    }

    @Override
    public boolean matches(String password, String hash) throws HashBusy {
        Optional<Kept> kept = parsed(hash);
        byte[] tag = tag(password, kept.orElse(
                new Kept(MEMORY_KIB, PASSES, new byte[SALT_BYTES], new byte[TAG_BYTES])));
        return kept.isPresent() && MessageDigest.isEqual(tag, kept.get().tag());
    }

    private static Optional<Kept> parsed(String hash) {
        Matcher parts = PHC.matcher(hash);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int memoryKib = Integer.parseInt(parts.group(1));
            int passes = Integer.parseInt(parts.group(2));
            boolean bounded = memoryKib >= 8 && memoryKib <= MOST_MEMORY_KIB && passes >= 1 && passes <= MOST_PASSES;
            return bounded ? Optional.of(new Kept(memoryKib, passes, Base64.getDecoder().decode(parts.group(3)),
                    Base64.getDecoder().decode(parts.group(4)))) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] tag(String password, Kept kept) throws HashBusy {
        takeTurn();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(kept.memoryKib()).withIterations(kept.passes()).withParallelism(LANES)
                    .withSalt(kept.salt())
                    .build());
            byte[] tag = new byte[kept.tag().length];
            argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), tag);
            return tag;
        } finally {
            turn.release();
        }
    }

    private void takeTurn() throws HashBusy {
        try {
            if (turn.getQueueLength() < MOST_WAITING && turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new HashBusy();
    }
}
