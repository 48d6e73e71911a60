// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.ByteBuffer;
import javax.crypto.Cipher;

/** Puts around a PDU what it is sent in, for one thread. Source: RFC 1157, RFC 1901, RFC 3412 section 6, RFC 3414. */
final class Envelope {

    static final int REPORTABLE = 4;

    private static final int USM = 3;
    private static final int COMMUNITY_HEADS = 34;
    private static final int USER_HEADS = 100;
    private static final byte[] NOTHING = {};
    private static final byte[] ZEROS = new byte[64];

    private final Crypt crypt = new Crypt();

    /**
     * The engine that a message is authenticated for, and its time.
     *
     * @param id its id
     * @param boots how often it was started
     * @param seconds how long it runs
     */
    record Authority(byte[] id, int boots, int seconds) {

        static Authority of(Engine engine) {
            return new Authority(engine.id(), engine.boots(), engine.seconds());
        }
    }

    /**
     * What else stands around a PDU of version 3.
     *
     * @param messageId number of the message
     * @param level as {@link Request#level}
     * @param reportable whether a report is wanted
     * @param name of the user
     * @param user null when the level is 0
     * @param keys null when the level is 0
     * @param context engine that the variables are of
     */
    record Sealing(
            int messageId, int level, boolean reportable, byte[] name, User user, Keys.Localized keys, byte[] context) {}

    Crypt crypt() {
        return crypt;
    }

    /** Returns how many bytes stand around bindings at the most. */
    static int heads(Request request, Engine engine) {
        if (request.version != Request.V3) {
            return COMMUNITY_HEADS + request.community.length;
        }
        return USER_HEADS + 2 * engine.id().length + request.user.name().length
                + Keys.digestLength(request.user.authentication());
    }

    /** Makes a message of version 1 or 2c. */
    void community(Packet out, int version, byte[] community) {
        out.octets(Tag.OCTETS, community);
        out.integer(version);
        out.wrap(Tag.SEQUENCE, out.end());
    }

    /** Makes a message of version 3. */
    void user(Packet out, Authority authority, Sealing sealing) {
        out.octets(Tag.OCTETS, NOTHING);
        out.octets(Tag.OCTETS, sealing.context());
        out.wrap(Tag.SEQUENCE, out.end());
        long salt = 0;
        boolean encrypted = (sealing.level() & User.ENCRYPTED) != 0;
        if (encrypted) {
            salt = Crypt.salt();
            crypt.cipher(Cipher.ENCRYPT_MODE, sealing.keys().privacy(), authority.boots(), authority.seconds(), salt,
                    out.bytes, out.start(), out.length());
            out.wrap(Tag.OCTETS, out.end());
        }
        int securityEnd = out.start();
        out.octets(Tag.OCTETS, encrypted ? bytes(salt) : NOTHING);
        int digest = sealing.level() == User.NONE ? 0 : Keys.digestLength(sealing.user().authentication());
        out.before(ZEROS, 0, digest);
        int digestAt = out.start();
        out.wrap(Tag.OCTETS, digestAt + digest);
        out.octets(Tag.OCTETS, sealing.name());
        out.integer(authority.seconds());
        out.integer(authority.boots());
        out.octets(Tag.OCTETS, authority.id());
        out.wrap(Tag.SEQUENCE, securityEnd);
        out.wrap(Tag.OCTETS, securityEnd);
        int headEnd = out.start();
        out.integer(USM);
        out.octets(Tag.OCTETS, new byte[] {(byte) (sealing.level() | (sealing.reportable() ? REPORTABLE : 0))});
        out.integer(Packet.MOST);
        out.integer(sealing.messageId());
        out.wrap(Tag.SEQUENCE, headEnd);
        out.integer(Request.V3);
        out.wrap(Tag.SEQUENCE, out.end());
        if (digest > 0) {
            crypt.sign(sealing.user().authentication(), sealing.keys().authentication(), out.bytes, out.start(),
                    out.length(), digestAt);
        }
    }

    private static byte[] bytes(long salt) {
        return ByteBuffer.allocate(Long.BYTES).putLong(salt).array();
    }
}
