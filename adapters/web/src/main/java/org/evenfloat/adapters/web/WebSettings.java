// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the web API listens. Only the machine itself can reach it: there is no encryption, so the address has to be
 * one of the loopback interface.
 *
 * @param address {@code 127.0.0.1}, {@code ::1}, {@code localhost} or another loopback address
 * @param port TCP port, 1 to 65,535; 0 picks a free one
 */
public record WebSettings(String address, int port) {

    private static final int HIGHEST_TCP_NUMBER = 65_535;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException listing everything that is not allowed
     */
    public WebSettings {
        List<String> problems = new ArrayList<>();
        if (!loopback(address)) {
            problems.add("web address: " + address + " - a loopback address: 127.0.0.1, ::1 or localhost");
        }
        if (port < 0 || port > HIGHEST_TCP_NUMBER) {
            problems.add("web port: " + port + " - 1 to 65535, or 0 for any free port");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static boolean loopback(String address) {
        if (address == null || address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
