// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.util.List;

/**
 * RADIUS servers that know the same people, and where in their answers a role stands.
 *
 * @param servers one or two, {@code host:port}, the first is asked first
 * @param secret shared with all of them
 * @param attribute where the groups stand
 * @param timeoutMillis for everything together
 */
public record RadiusServers(List<Address> servers, String secret, Attribute attribute, int timeoutMillis) {

    /**
     * A server.
     *
     * @param host name or address
     * @param port UDP port
     */
    public record Address(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * An attribute of an answer.
     *
     * @param type of RFC 2865: 11 for Filter-Id, 25 for Class, 26 for one of a vendor
     * @param vendor its number at IANA; 0 unless the type is 26
     * @param vendorType the vendor's own number of the attribute; 0 unless the type is 26
     */
    public record Attribute(int type, int vendor, int vendorType) {

        /** Filter-Id. */
        public static final Attribute FILTER_ID = new Attribute(11, 0, 0);

        /** Class. */
        public static final Attribute CLASS = new Attribute(25, 0, 0);

        /** Returns an attribute of a vendor. */
        public static Attribute ofVendor(int vendor, int vendorType) {
            return new Attribute(26, vendor, vendorType);
        }
    }

    public RadiusServers {
        servers = List.copyOf(servers);
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return servers.toString();
    }
}
