// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenfloat.adapters.snmp.SnmpSettings;

/** Takes in messages of versions 1 and 2c. Source: RFC 1157 section 4, RFC 1901 section 3. Used by one thread. */
final class Communities {

    private final byte[][] secrets;
    private final Client[] clients;
    private final Counters counters;

    Communities(List<SnmpSettings.Community> communities, Counters counters) {
        this.secrets = communities.stream().map(each -> each.secret().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.clients = communities.stream()
                .map(each -> new Client(each.name(), each.networks(), new View(each.view()), each.may()))
                .toArray(Client[]::new);
        this.counters = counters;
    }

    /**
     * Takes in a message from behind its version on, and returns whether it is to be answered.
     *
     * @param from address of its sender
     */
    boolean read(BerReader in, byte[] from, Request request) throws Malformed {
        int length = in.octetsLength();
        int at = in.at() - length;
        int found = -1;
        for (int i = 0; i < secrets.length; i++) {
            boolean same = same(secrets[i], in.bytes(), at, length);
            if (found < 0 && same && clients[i].isFrom(from)) {
                found = i;
            }
        }
        if (found < 0) {
            counters.count(Counter.BAD_COMMUNITY_NAMES);
            return false;
        }
        request.client = clients[found];
        request.community = secrets[found];
        request.level = User.NONE;
        request.mostBytes = Packet.MOST;
        request.user = null;
        request.read(in);
        boolean known = request.pdu == Tag.GET || request.pdu == Tag.NEXT || request.pdu == Tag.SET
                || request.pdu == Tag.BULK && !request.version1();
        if (!known) {
            counters.count(Counter.PARSE_ERRORS);
        }
        return known;
    }

    /** Takes the same time wherever they differ. */
    private static boolean same(byte[] secret, byte[] bytes, int from, int length) {
        int different = secret.length ^ length;
        for (int i = 0; i < Math.min(length, secret.length); i++) {
            different |= secret[i] ^ bytes[from + i];
        }
        return different == 0;
    }
}
