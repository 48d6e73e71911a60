// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a TCP port.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port 1 to 65,535
 */
record Endpoint(String host, int port) {

    static final String ALLOWED = "host:port such as 127.0.0.1:4001 or \"[::1]:4001\", port 1 to 65535";

    private static final Pattern TEXT = Pattern.compile(
            "(?:([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)|\\[([0-9A-Fa-f:.]{2,45})]):(\\d{1,5})");

    static Optional<Endpoint> read(Entry entry) {
        Optional<Endpoint> endpoint = entry.scalar().flatMap(Endpoint::parse);
        if (endpoint.isEmpty()) {
            entry.reject(ALLOWED);
        }
        return endpoint;
    }

    private static Optional<Endpoint> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(3));
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return port >= 1 && port <= 65_535 ? Optional.of(new Endpoint(host, port)) : Optional.empty();
    }

    /** Returns the endpoint as the site file writes it. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
