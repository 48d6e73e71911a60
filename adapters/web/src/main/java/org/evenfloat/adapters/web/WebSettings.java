// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the web API listens. What other machines can reach is always encrypted.
 *
 * @param address {@code 127.0.0.1}, {@code ::1}, {@code localhost}, or another address of this machine; {@code 0.0.0.0}
 *     for all of IPv4, {@code ::} for all of IPv6 and IPv4
 * @param port TCP port, 1 to 65,535; 0 picks a free one
 * @param names host names under which it is reached, beside those of loopback; kept in small letters
 * @param certificate with it HTTPS is served and nothing else; empty only on loopback: HTTP
 */
public record WebSettings(String address, int port, Set<String> names, Optional<WebCertificate> certificate) {

    private static final int HIGHEST_TCP_NUMBER = 65_535;

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException listing everything that is not allowed
     */
    public WebSettings {
        List<String> problems = new ArrayList<>();
        Optional<InetAddress> known = resolved(address);
        if (known.isEmpty()) {
            problems.add("web address: " + address + " - an address of this machine, such as 127.0.0.1 or ::1");
        } else if (!known.get().isLoopbackAddress() && certificate.isEmpty()) {
            problems.add("web address: " + address + " without a certificate - a loopback address: 127.0.0.1, ::1 or"
                    + " localhost");
        }
        if (port < 0 || port > HIGHEST_TCP_NUMBER) {
            problems.add("web port: " + port + " - 1 to 65535, or 0 for any free port");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Serves HTTP on a loopback address. */
    public WebSettings(String address, int port) {
        this(address, port, Set.of(), Optional.empty());
    }

    /** Returns whether only this machine can reach the address. */
    boolean isLoopback() {
        return resolved(address).orElseThrow().isLoopbackAddress();
    }

    private static Optional<InetAddress> resolved(String address) {
        try {
            return address == null || address.isBlank() ? Optional.empty() : Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
