// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A name that leads here but is not ours means that a page of somebody else asks: DNS rebinding. */
final class HostCheck {

    private static final int HTTP = 80;
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String address;

    HostCheck(String address) {
        this.address = address.contains(":") ? "[" + address + "]" : address;
    }

    void check(Context context) {
        String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        int port = context.req().getLocalPort();
        String suffix = ":" + port;
        String name = host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length())
                : port == HTTP ? host : "";
        if (!NAMES.contains(name) && !name.equals(address)) {
            throw new Refused(
                    403,
                    "This server answers only to the names 127.0.0.1, localhost and [::1] with its port " + port
                            + ", not to \"" + Query.quoted(host) + "\".");
        }
    }
}
