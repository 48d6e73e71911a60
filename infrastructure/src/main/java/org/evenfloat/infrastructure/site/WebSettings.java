// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where the web pages and the API are served, and how.
 *
 * @param enabled whether they are served at all
 * @param address an address of this machine as a number, or {@code localhost}; as written
 * @param port TCP port; 0 for any that is free
 * @param names host names under which the server is reached
 * @param https whether it speaks HTTPS; always where other machines reach it
 * @param certificate the certificate from elsewhere; empty for the server's own or an imported one
 * @param token the fixed API token; empty for a random one at every start
 */
public record WebSettings(
        boolean enabled, String address, int port, List<String> names, boolean https,
        Optional<CertificateSetting> certificate, Optional<Secret> token) {

    /** Where the pages are served when the site file does not say. */
    public static final WebSettings STANDARD = new WebSettings("127.0.0.1", 8420, Optional.empty());

    public WebSettings {
        names = List.copyOf(names);
        https = https || !isLoopback(address);
    }

    /** Serves pages where they are served without further words. */
    public WebSettings(String address, int port, Optional<Secret> token) {
        this(true, address, port, List.of(), false, Optional.empty(), token);
    }

    /** Returns whether only this machine can reach the address. */
    public boolean isLoopback() {
        return isLoopback(address);
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // a number or localhost: nobody is asked
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
