// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;

/**
 * Where the web pages and the API are served.
 *
 * @param address a loopback address, as written
 * @param port TCP port; 0 for any that is free
 * @param token the fixed API token; empty for a random one at every start
 */
public record WebSettings(String address, int port, Optional<Secret> token) {

    /** Where the pages are served when the site file does not say. */
    public static final WebSettings STANDARD = new WebSettings("127.0.0.1", 8420, Optional.empty());
}
