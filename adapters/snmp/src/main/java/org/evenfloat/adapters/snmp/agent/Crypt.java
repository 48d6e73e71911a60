// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;

/** Digests and ciphers of messages. Source: RFC 3414 section 6.3.1, RFC 7860, RFC 3826 section 3. Used by one thread. */
final class Crypt {

    /** How many bytes of a salt go on the wire. */
    static final int SALT = 8;

    /** No salt comes twice in a run, and runs differ in the number of boots: RFC 3826 section 3.1.2.1. */
    private static final AtomicLong SALTS = new AtomicLong(new SecureRandom().nextLong());

    private final Map<Authentication, Mac> macs = new EnumMap<>(Authentication.class);
    private final byte[] digest = new byte[SALT * Byte.SIZE];
    private final byte[] vector = new byte[2 * SALT];
    private Cipher cipher;

    /** Writes the digest of a message to where it belongs, which has to be all 0 before. */
    void sign(Authentication hash, Key key, byte[] bytes, int from, int length, int to) {
        System.arraycopy(digest(hash, key, bytes, from, length), 0, bytes, to, Keys.digestLength(hash));
    }

    /**
     * Returns whether a message has the digest it ought to; takes the same time whatever it has.
     *
     * @param told what the message says its digest is, while there are only 0 in {@code bytes}
     */
    boolean isSigned(Authentication hash, Key key, byte[] bytes, int from, int length, byte[] told) {
        byte[] right = digest(hash, key, bytes, from, length);
        int different = 0;
        for (int i = 0; i < told.length; i++) {
            different |= told[i] ^ right[i];
        }
        return different == 0 && told.length == Keys.digestLength(hash);
    }

    private byte[] digest(Authentication hash, Key key, byte[] bytes, int from, int length) {
        try {
            Mac mac = macs.get(hash);
            if (mac == null) {
                mac = Mac.getInstance(Keys.mac(hash));
                macs.put(hash, mac);
            }
            mac.init(key);
            mac.update(bytes, from, length);
            mac.doFinal(digest, 0);
            return digest;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every Java has them
        }
    }

    /** Returns a salt that was not used before. */
    static long salt() {
        return SALTS.getAndIncrement();
    }

    /** Encrypts or decrypts bytes where they are. */
    void cipher(int mode, Key key, int boots, int seconds, long salt, byte[] bytes, int from, int length) {
        try {
            if (cipher == null) {
                cipher = Cipher.getInstance("AES/CFB/NoPadding");
            }
            ByteBuffer.wrap(vector).putInt(boots).putInt(seconds).putLong(salt);
            cipher.init(mode, key, new IvParameterSpec(vector));
            cipher.doFinal(bytes, from, length, bytes, from);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every Java has it, and any bytes can be decrypted to some others
        }
    }
}
