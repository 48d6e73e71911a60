// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.evenfloat.adapters.snmp.variables.Oid;

/**
 * What a receiver sent back.
 *
 * @param response whether it confirms an inform; otherwise it is a report
 * @param messageId the message it answers, for version 3
 * @param id the inform it confirms; 0 when a report does not say
 * @param authority the engine of the receiver and its time, for version 3
 * @param authentic whether its digest was right
 * @param reported for a report: what the receiver counted; null for none
 */
record InformAnswer(
        boolean response, int messageId, int id, Envelope.Authority authority, boolean authentic, Oid reported) {

    private static final int USM = 3;

    /** Reads a message of version 2c. */
    static InformAnswer community(byte[] bytes, int length, byte[] community) throws Malformed {
        BerReader in = new BerReader();
        in.over(bytes, 0, length);
        in.enter(Tag.SEQUENCE);
        if (in.integer() != Request.V2C || !Arrays.equals(in.octets(Tag.OCTETS), community)) {
            throw Malformed.MESSAGE;
        }
        return pdu(in, 0, null, false);
    }

    /**
     * Reads a message of version 3, which is changed.
     *
     * @param keys for the engine it comes from, as long as that is known; null for not
     */
    static InformAnswer user(byte[] bytes, int length, User user, Keys.Localized keys, Crypt crypt) throws Malformed {
        BerReader in = new BerReader();
        in.over(bytes, 0, length);
        in.enter(Tag.SEQUENCE);
        if (in.integer() != Request.V3) {
            throw Malformed.MESSAGE;
        }
        int outer = in.enter(Tag.SEQUENCE);
        int messageId = in.integer();
        in.integer();
        byte[] flags = in.octets(Tag.OCTETS);
        if (in.integer() != USM || flags.length != 1) {
            throw Malformed.MESSAGE;
        }
        in.leave(outer);
        outer = in.enter(Tag.OCTETS);
        int whole = in.enter(Tag.SEQUENCE);
        Envelope.Authority authority = new Envelope.Authority(in.octets(Tag.OCTETS), in.integer(), in.integer());
        in.octets(Tag.OCTETS);
        byte[] digest = in.octets(Tag.OCTETS);
        int digestAt = in.at() - digest.length;
        byte[] salt = in.octets(Tag.OCTETS);
        in.leave(whole);
        in.leave(outer);
        int level = flags[0] & (User.AUTHENTICATED | User.ENCRYPTED);
        if (level == User.NONE) {
            in.enter(Tag.SEQUENCE);
        } else {
            if (keys == null || keys.authentication() == null) {
                throw Malformed.MESSAGE;
            }
            Arrays.fill(bytes, digestAt, digestAt + digest.length, (byte) 0);
            if (!crypt.isSigned(user.authentication(), keys.authentication(), bytes, 0, length, digest)) {
                throw Malformed.MESSAGE;
            }
            decrypt(in, level, keys, authority, salt, crypt);
        }
        in.octets(Tag.OCTETS);
        in.octets(Tag.OCTETS);
        return pdu(in, messageId, authority, level != User.NONE);
    }

    private static void decrypt(
            BerReader in, int level, Keys.Localized keys, Envelope.Authority authority, byte[] salt, Crypt crypt)
            throws Malformed {
        if ((level & User.ENCRYPTED) != 0) {
            if (keys.privacy() == null || salt.length != Crypt.SALT) {
                throw Malformed.MESSAGE;
            }
            in.enter(Tag.OCTETS);
            crypt.cipher(Cipher.DECRYPT_MODE, keys.privacy(), authority.boots(), authority.seconds(),
                    ByteBuffer.wrap(salt).getLong(), in.bytes(), in.at(), in.end() - in.at());
        }
        in.enter(Tag.SEQUENCE);
    }

    private static InformAnswer pdu(BerReader in, int messageId, Envelope.Authority authority, boolean authentic)
            throws Malformed {
        int tag = in.tag();
        if (tag != Tag.RESPONSE && tag != Tag.REPORT) {
            throw Malformed.MESSAGE;
        }
        in.enter(tag);
        int id = in.integer();
        in.integer();
        in.integer();
        in.enter(Tag.SEQUENCE);
        Oid reported = null;
        if (tag == Tag.REPORT && in.more()) {
            in.enter(Tag.SEQUENCE);
            int[] ids = new int[Oid.MOST];
            int length = in.name(ids);
            reported = length < 2 ? null : Oid.of(Arrays.copyOf(ids, length));
        }
        return new InformAnswer(tag == Tag.RESPONSE, messageId, id, authority, authentic, reported);
    }
}
