// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.evenfloat.adapters.snmp.SnmpSettings;

/**
 * Takes in messages of version 3 in the order of RFC 3412 section 7.2 and RFC 3414 section 3.2: what is wrong first is
 * counted, and reported when the sender wants that. Used by one thread.
 */
final class Users {

    private static final int USM = 3;
    private static final int LEAST_MOST = 484;
    private static final int LEVEL = 3;

    private final List<User> users;
    private final Engine engine;
    private final Counters counters;
    private final Replies replies;

    Users(List<SnmpSettings.User> users, Engine engine, Counters counters, Replies replies) {
        this.users = users.stream().map(User::new).toList();
        this.engine = engine;
        this.counters = counters;
        this.replies = replies;
    }

    /** What the security parameters of a message say. */
    private record Parameters(
            boolean ours, int boots, int seconds, byte[] name, byte[] digest, int digestAt, byte[] salt) {}

    /**
     * Takes in a message from behind its version on, and returns whether it is to be answered; if not, there may be a report
     * in {@code out}.
     *
     * @param length of the whole message, which begins at 0 of what {@code in} reads; changed while it is read
     */
    boolean read(BerReader in, int length, byte[] from, Request request, Packet out) throws Malformed {
        request.user = null;
        request.id = 0;
        if (!header(in, request)) {
            return false;
        }
        Parameters told = parameters(in);
        if (!told.ours()) {
            requestId(in, request);
            return refuse(out, request, Counter.UNKNOWN_ENGINE_IDS, User.NONE, told);
        }
        request.user = find(told.name());
        if (request.user == null) {
            requestId(in, request);
            return refuse(out, request, Counter.UNKNOWN_USER_NAMES, User.NONE, told);
        }
        if (!request.user.client().isFrom(from)) {
            counters.count(Counter.UNKNOWN_USER_NAMES);
            return false;
        }
        if ((request.level & ~request.user.level()) != 0) {
            requestId(in, request);
            return refuse(out, request, Counter.UNSUPPORTED_LEVELS, User.NONE, told);
        }
        if (!isSafe(in, length, request, told, out)) {
            return false;
        }
        return scoped(in, request, told, out);
    }

    private boolean header(BerReader in, Request request) throws Malformed {
        int outer = in.enter(Tag.SEQUENCE);
        request.messageId = in.integer();
        request.mostBytes = in.integer();
        byte[] flags = in.octets(Tag.OCTETS);
        int model = in.integer();
        in.leave(outer);
        if (model != USM || users.isEmpty()) {
            counters.count(Counter.UNKNOWN_SECURITY_MODELS);
            return false;
        }
        request.level = flags.length == 1 ? flags[0] & LEVEL : User.ENCRYPTED;
        request.reportable = flags.length == 1 && (flags[0] & Envelope.REPORTABLE) != 0;
        if (request.mostBytes < LEAST_MOST || request.messageId < 0 || request.level == User.ENCRYPTED) {
            counters.count(Counter.INVALID_MESSAGES);
            return false;
        }
        return true;
    }

    private Parameters parameters(BerReader in) throws Malformed {
        int outer = in.enter(Tag.OCTETS);
        int whole = in.enter(Tag.SEQUENCE);
        boolean ours = Arrays.equals(in.octets(Tag.OCTETS), engine.id());
        int boots = in.integer();
        int seconds = in.integer();
        byte[] name = in.octets(Tag.OCTETS);
        byte[] digest = in.octets(Tag.OCTETS);
        int digestAt = in.at() - digest.length;
        byte[] salt = in.octets(Tag.OCTETS);
        in.leave(whole);
        in.leave(outer);
        return new Parameters(ours, boots, seconds, name, digest, digestAt, salt);
    }

    private User find(byte[] name) {
        for (int i = 0; i < users.size(); i++) {
            if (users.get(i).isCalled(name, 0, name.length)) {
                return users.get(i);
            }
        }
        return null;
    }

    /** Checks digest and time, and decrypts. */
    private boolean isSafe(BerReader in, int length, Request request, Parameters told, Packet out) throws Malformed {
        if ((request.level & User.AUTHENTICATED) == 0) {
            return true;
        }
        Keys.Localized keys = request.user.own(engine::id);
        byte[] bytes = in.bytes();
        Arrays.fill(bytes, told.digestAt(), told.digestAt() + told.digest().length, (byte) 0);
        if (!replies.crypt().isSigned(
                request.user.authentication(), keys.authentication(), bytes, 0, length, told.digest())) {
            requestId(in, request);
            return refuse(out, request, Counter.WRONG_DIGESTS, User.NONE, told);
        }
        if (!engine.isNow(told.boots(), told.seconds())) {
            requestId(in, request);
            return refuse(out, request, Counter.NOT_IN_TIME_WINDOWS, User.AUTHENTICATED, told);
        }
        if ((request.level & User.ENCRYPTED) != 0) {
            if (told.salt().length != Crypt.SALT || in.tag() != Tag.OCTETS) {
                return refuse(out, request, Counter.DECRYPTION_ERRORS, User.AUTHENTICATED, told);
            }
            in.enter(Tag.OCTETS);
            replies.crypt().cipher(Cipher.DECRYPT_MODE, keys.privacy(), told.boots(), told.seconds(),
                    ByteBuffer.wrap(told.salt()).getLong(), bytes, in.at(), in.end() - in.at());
        }
        return true;
    }

    private boolean scoped(BerReader in, Request request, Parameters told, Packet out) throws Malformed {
        in.enter(Tag.SEQUENCE);
        boolean ours = Arrays.equals(in.octets(Tag.OCTETS), engine.id());
        boolean standard = in.octetsLength() == 0;
        request.read(in);
        request.client = request.user.client();
        boolean asks = request.pdu == Tag.GET || request.pdu == Tag.NEXT || request.pdu == Tag.BULK
                || request.pdu == Tag.SET;
        request.reportable &= asks;
        if (!ours || !asks) {
            return refuse(out, request, Counter.UNKNOWN_PDU_HANDLERS, request.level, told);
        }
        return standard || refuse(out, request, Counter.UNKNOWN_CONTEXTS, request.level, told);
    }

    private boolean refuse(Packet out, Request request, Counter why, int level, Parameters told) {
        replies.report(out, request, why, level, told.name());
        return false;
    }

    /** Reads the number of a request that is not encrypted, so that its report can name it. */
    private static void requestId(BerReader in, Request request) {
        if ((request.level & User.ENCRYPTED) != 0) {
            return;
        }
        try {
            in.enter(Tag.SEQUENCE);
            in.skip();
            in.skip();
            in.enter(in.tag());
            request.id = in.integer();
        } catch (Malformed unreadable) {
            request.id = 0;
        }
    }
}
