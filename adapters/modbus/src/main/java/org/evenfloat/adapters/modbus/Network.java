// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address or a network, such as {@code 10.0.0.7}, {@code 10.0.0.0/8} or {@code fd00::/64}.
 *
 * @param text as written
 * @param bits how many bits of it count
 * @param address 4 or 16 bytes
 */
public record Network(String text, int bits, byte[] address) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final int BYTE = 8;

    /** Reads one; empty when it is none. Nobody is asked: names are none. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String number = slash < 0 ? text : text.substring(0, slash);
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(number).getAddress();
            int all = address.length * BYTE;
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            return bits >= 0 && bits <= all ? Optional.of(new Network(text, bits, address)) : Optional.empty();
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns whether an address belongs to it. */
    public boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % BYTE;
            if ((bytes[i / BYTE] & mask) != (address[i / BYTE] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && network.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
