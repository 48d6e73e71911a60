// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

/** Makes answers and reports of what was found. Used by one thread. */
final class Replies {

    private final Engine engine;
    private final Counters counters;
    private final Envelope envelope = new Envelope();

    Replies(Engine engine, Counters counters) {
        this.engine = engine;
        this.counters = counters;
    }

    Crypt crypt() {
        return envelope.crypt();
    }

    /**
     * Makes the answer to a request.
     *
     * @param out holds the bindings, which are forgotten when something is wrong
     */
    void answer(Packet out, Request request, int status, int index) {
        if (status != ErrorStatus.NONE) {
            out.clear();
            int length = request.to - request.from;
            if (request.version1() || status != ErrorStatus.TOO_BIG
                    && length + Envelope.heads(request, engine) <= request.mostBytes) {
                out.behind(request.bytes, request.from, length);
            }
        }
        out.wrap(Tag.SEQUENCE, out.end());
        out.integer(index);
        out.integer(request.version1() ? ErrorStatus.version1(status) : status);
        out.integer(request.id);
        out.wrap(Tag.RESPONSE, out.end());
        enclose(out, request, request.level);
        counters.count(Counter.OUT_PACKETS);
    }

    /** Makes the answer to a set that was carried out. */
    void done(Packet out, Request request) {
        out.clear();
        out.behind(request.bytes, request.from, request.to - request.from);
        answer(out, request, ErrorStatus.NONE, 0);
    }

    /**
     * Counts why a message of version 3 is not taken, and makes the report of it when one is wanted.
     *
     * @param level of the report, as {@link Request#level}
     * @param name of the user, for a request of which no user is known
     */
    void report(Packet out, Request request, Counter why, int level, byte[] name) {
        counters.count(why);
        out.clear();
        if (!request.reportable) {
            return;
        }
        out.number(Tag.COUNTER32, counters.of(why) & 0xFFFF_FFFFL);
        byte[] counter = why.oid().packed();
        out.before(counter, 0, counter.length);
        out.wrap(Tag.SEQUENCE, out.end());
        out.wrap(Tag.SEQUENCE, out.end());
        out.integer(0);
        out.integer(0);
        out.integer(request.id);
        out.wrap(Tag.REPORT, out.end());
        envelope.user(out, Envelope.Authority.of(engine), new Envelope.Sealing(
                request.messageId, level, false, name, request.user, keys(request, level), engine.id()));
        counters.count(Counter.OUT_PACKETS);
    }

    private void enclose(Packet out, Request request, int level) {
        if (request.version != Request.V3) {
            envelope.community(out, request.version, request.community);
            return;
        }
        envelope.user(out, Envelope.Authority.of(engine), new Envelope.Sealing(request.messageId, level, false,
                request.user.name(), request.user, keys(request, level), engine.id()));
    }

    private Keys.Localized keys(Request request, int level) {
        return level == User.NONE ? null : request.user.own(engine::id);
    }
}
