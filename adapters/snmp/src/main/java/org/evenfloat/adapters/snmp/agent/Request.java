// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.Arrays;

/** A request that was taken in: what it asks, and all that its answer has to repeat. Filled anew for each, by one thread. */
final class Request {

    static final int V1 = 0;
    static final int V2C = 1;
    static final int V3 = 3;

    /** Its version as on the wire. */
    int version;

    /** Who asks. */
    Client client;

    /** Its community, for versions 1 and 2c. */
    byte[] community;

    /** The message it came in, for version 3. */
    int messageId;

    /** 0 without, 1 with authentication, 3 encrypted besides; for version 3. */
    int level;

    /** Whether it wants to hear why it is not answered; for version 3. */
    boolean reportable;

    /** The largest message its sender takes. */
    int mostBytes;

    /** Its user, for version 3; null for none known. */
    User user;

    /** Tag of what it asks. */
    int pdu;

    /** Its number. */
    int id;

    /** How many of its names are asked for once, for {@link Tag#BULK}. */
    int nonRepeaters;

    /** How often the other names are, for {@link Tag#BULK}. */
    int repetitions;

    /** Where its bindings are. */
    byte[] bytes;
    int from;
    int to;

    boolean version1() {
        return version == V1;
    }

    /** Reads what is asked, from its tag on. */
    void read(BerReader in) throws Malformed {
        pdu = in.tag();
        int outer = in.enter(pdu);
        id = in.integer();
        nonRepeaters = Math.max(0, in.integer());
        repetitions = Math.max(0, in.integer());
        int list = in.enter(Tag.SEQUENCE);
        bytes = in.bytes();
        from = in.at();
        to = in.end();
        in.leave(list);
        in.leave(outer);
    }

    /** Returns one that stays as it is. */
    Request copy() {
        Request copy = new Request();
        copy.version = version;
        copy.client = client;
        copy.community = community;
        copy.messageId = messageId;
        copy.level = level;
        copy.reportable = reportable;
        copy.mostBytes = mostBytes;
        copy.user = user;
        copy.pdu = pdu;
        copy.id = id;
        copy.bytes = Arrays.copyOfRange(bytes, from, to);
        copy.from = 0;
        copy.to = to - from;
        return copy;
    }
}
