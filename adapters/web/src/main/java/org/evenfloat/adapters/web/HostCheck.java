// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers only to the server's own names. A name that leads here but is not ours means that a page of somebody else
 * asks (DNS rebinding). Ours are the configured names, the address to which the client connected, and on loopback
 * {@code localhost}, {@code 127.0.0.1} and {@code [::1]}; always with the port.
 */
final class HostCheck {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    /** Not resolved: a text of these characters in brackets is a number or nothing. */
    private static final Pattern IPV6 = Pattern.compile("\\[(?=[^\\]]*:)([0-9a-f:.]{2,45})]");
    private static final Pattern PARTS = Pattern.compile("(\\[[^\\]]*]|[^\\[\\]:]*)(?::(\\d{1,5}))?");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> names;

    /** @param names further host names, in small letters */
    HostCheck(Set<String> names) {
        this.names = names;
    }

    /**
     * Checks a request.
     *
     * @param header the header Host as sent, may be null
     * @param local the address to which the client connected
     * @param port the port to which it connected
     * @param secure whether it came over TLS
     * @throws Refused with 403 when it is meant for somebody else
     */
    void check(String header, String local, int port, boolean secure) {
        String host = header == null ? "" : header.toLowerCase(Locale.ROOT);
        Matcher parts = PARTS.matcher(host);
        boolean good = parts.matches()
                && port(parts.group(2), secure) == port
                && isOurs(parts.group(1), number(local).orElseThrow());
        if (!good) {
            throw new Refused(403, "This server answers only to " + (number(local).orElseThrow().isLoopbackAddress()
                            ? "the names 127.0.0.1, localhost and [::1]"
                            : "its own addresses and names (the site file says which: web, names)")
                    + " with its port " + port + ", not to \"" + Query.quoted(host) + "\".");
        }
    }

    /** Returns whether a host without its port is a way of this machine to call itself. */
    static boolean isLoopbackName(String header) {
        Matcher parts = PARTS.matcher(header == null ? "" : header.toLowerCase(Locale.ROOT));
        return parts.matches() && (LOOPBACK.contains(parts.group(1)) || parts.group(1).startsWith("127."));
    }

    private static int port(String text, boolean secure) {
        return text == null ? secure ? HTTPS : HTTP : Integer.parseInt(text);
    }

    private boolean isOurs(String host, InetAddress local) {
        if (names.contains(host) || local.isLoopbackAddress() && LOOPBACK.contains(host)) {
            return true;
        }
        Matcher six = IPV6.matcher(host);
        Optional<InetAddress> meant = IPV4.matcher(host).matches() ? number(host)
                : six.matches() ? number(six.group(1)) : Optional.empty();
        return meant.filter(local::equals).isPresent();
    }

    private static Optional<InetAddress> number(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
