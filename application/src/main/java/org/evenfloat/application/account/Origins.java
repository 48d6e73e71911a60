// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What attempts are counted by when they come from somewhere: an address, or the whole network of one IPv6 customer. */
final class Origins {

    /** A home or an office gets at least a /64; counting its single addresses would count nothing. */
    private static final int NETWORK_BYTES = 8;

    private static final int IPV6_BYTES = 16;

    private Origins() {}

    /**
     * Returns the key of an origin.
     *
     * @param from channel and address, such as {@code web 10.0.0.7}
     */
    static String key(String from) {
        String address = from.substring(from.lastIndexOf(' ') + 1);
        if (!address.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // looks nothing up: it is a literal
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
