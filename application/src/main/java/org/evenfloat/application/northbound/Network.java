// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

/**
 * An address or a network, such as {@code 10.0.0.7}, {@code 10.0.0.0/8} or {@code fd00::/64}.
 *
 * @param text as written
 * @param bits how many bits of it count
 * @param address 4 or 16 bytes
 */
public record Network(String text, int bits, byte[] address) {

    private static final int BYTE = 8;

    /** Returns whether an address of 4 or 16 bytes belongs to it. */
    public boolean contains(byte[] bytes) {
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
