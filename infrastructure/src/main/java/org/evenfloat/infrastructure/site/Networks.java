// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.application.northbound.Network;

/** Reads addresses and networks. Nobody is asked: names are none. */
final class Networks {

    /** What is allowed, for people. */
    static final String ALLOWED = "an address or network such as 10.0.0.7, 10.0.0.0/8 or \"fd00::/64\"";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|(?=.*:)[0-9A-Fa-f:.]{2,45}");

    private Networks() {}

    /** Returns one; empty when the text is none. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String number = slash < 0 ? text : text.substring(0, slash);
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(number).getAddress();
            int all = address.length * Byte.SIZE;
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            return bits >= 0 && bits <= all ? Optional.of(new Network(text, bits, address)) : Optional.empty();
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Reads an entry, and says what is allowed when it is none. */
    static Optional<Network> read(Entry entry) {
        Optional<Network> network = entry.scalar().flatMap(Networks::parse);
        if (network.isEmpty()) {
            entry.reject(ALLOWED);
        }
        return network;
    }
}
