// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One client as limits count it. A machine with IPv6 has a network of 64 bits and as many addresses as it likes, so
 * that network counts; on the link itself, where all share one, the address does.
 *
 * @param key what two connections of the same client have in common
 * @param loopback whether it is a program of this machine
 */
record RemoteClient(String key, boolean loopback) {

    private static final int NETWORK_BYTES = 8;

    static RemoteClient of(SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            return new RemoteClient("unknown", false);
        }
        InetAddress address = socket.getAddress();
        if (address.isLoopbackAddress()) {
            return new RemoteClient("loopback", true);
        }
        byte[] bytes = address.getAddress();
        boolean network = address instanceof Inet6Address && !address.isLinkLocalAddress();
        return new RemoteClient(
                HexFormat.of().formatHex(network ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes), false);
    }

    /** @param remote as a number */
    static RemoteClient of(String remote) {
        return of(new InetSocketAddress(remote, 0));
    }

    WebLimits.Share share(WebLimits limits) {
        return loopback ? limits.loopback() : limits.others();
    }
}
