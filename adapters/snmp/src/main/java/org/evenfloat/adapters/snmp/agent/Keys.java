// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.evenfloat.adapters.snmp.SnmpSettings.Privacy;

/**
 * Makes keys of passwords. Source: RFC 3414 section A.2 (password to key, localized keys), RFC 7860 for SHA-2, RFC 3826 for
 * AES-128; for longer AES keys the extension of draft-blumenthal-aes-usm-04 section 3.1.2.1, as net-snmp does it.
 */
final class Keys {

    private static final int EXPANDED = 1_048_576;
    private static final int BLOCK = 64;

    private Keys() {}

    /**
     * Keys for messages that one engine answers for.
     *
     * @param authentication key of the digest; null for none
     * @param privacy key of the cipher; null for none
     */
    record Localized(SecretKeySpec authentication, SecretKeySpec privacy) {

        @Override
        public String toString() {
            return "keys"; // and nothing of them
        }
    }

    /** Returns the key of a password for any engine; empty for {@link Authentication#NONE}. */
    static byte[] ofPassword(Authentication hash, String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (hash == Authentication.NONE || bytes.length == 0) {
            return new byte[0];
        }
        MessageDigest digest = digest(hash);
        byte[] block = new byte[BLOCK];
        int next = 0;
        for (int done = 0; done < EXPANDED; done += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                block[i] = bytes[next];
                next = next + 1 == bytes.length ? 0 : next + 1;
            }
            digest.update(block);
        }
        return digest.digest();
    }

    /** Returns the key for one engine. */
    static byte[] localize(Authentication hash, byte[] key, byte[] engineId) {
        MessageDigest digest = digest(hash);
        digest.update(key);
        digest.update(engineId);
        return digest.digest(key);
    }

    /** Returns a localized key of so many bytes, extended by digests of itself where it is shorter. */
    static byte[] ofLength(Authentication hash, byte[] localized, int length) {
        byte[] key = localized;
        while (key.length < length) {
            byte[] more = digest(hash).digest(key);
            byte[] longer = Arrays.copyOf(key, key.length + more.length);
            System.arraycopy(more, 0, longer, key.length, more.length);
            key = longer;
        }
        return Arrays.copyOf(key, length);
    }

    /** Returns how many bytes of a digest go on the wire. */
    static int digestLength(Authentication hash) {
        return switch (hash) {
            case NONE -> 0;
            case SHA1 -> 12;
            case SHA224 -> 16;
            case SHA256 -> 24;
            case SHA384 -> 32;
            case SHA512 -> 48;
        };
    }

    static int keyLength(Privacy cipher) {
        return switch (cipher) {
            case NONE -> 0;
            case AES128 -> 16;
            case AES192 -> 24;
            case AES256 -> 32;
        };
    }

    /** Returns what the JDK calls the digest with a key. */
    static String mac(Authentication hash) {
        return "Hmac" + hash.name();
    }

    private static MessageDigest digest(Authentication hash) {
        try {
            return MessageDigest.getInstance(hash.name().replace("SHA", "SHA-"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every Java has them
        }
    }
}
