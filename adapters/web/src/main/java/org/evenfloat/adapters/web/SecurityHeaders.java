// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.function.BiConsumer;

/** Header fields of every answer: what a browser may do with it, which is as little as possible. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    /** @param strictTransport whether a browser may come back by HTTPS only, for a year; only over HTTPS (RFC 6797) */
    static void set(BiConsumer<String, String> header, boolean strictTransport) {
        if (strictTransport) {
            header.accept("Strict-Transport-Security", "max-age=31536000");
        }
        header.accept("Cache-Control", "no-store");
        header.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("X-Frame-Options", "DENY");
    }
}
