// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** The cookie in which a browser keeps its session, and the token that only a page of ours can send beside it. */
final class SessionCookie {

    /** What a page sends its token in; a page of somebody else cannot set it. */
    static final String TOKEN_HEADER = "X-Evenfloat-CSRF";

    /** Browsers keep no cookie longer than 400 days. */
    private static final long LONGEST_SECONDS = Duration.ofDays(400).toSeconds();

    private static final String RULES = "; Path=/; HttpOnly; SameSite=Strict";

    private SessionCookie() {}

    /** Returns the session that a browser shows; null when it shows none. */
    static String of(Context context) {
        return context.cookie(name(context));
    }

    /**
     * Browsers share cookies between the ports of a host, so the port is in the name. With the prefix a browser takes
     * the cookie only over TLS and from this host itself, never from a neighbour in its domain.
     */
    private static String name(Context context) {
        return (context.req().isSecure() ? "__Host-" : "") + "evenfloat-" + context.req().getLocalPort();
    }

    /** Gives a browser a session that ends with the browser. */
    static void give(Context context, String session) {
        set(context, session, "");
    }

    /** Gives a browser a session that it keeps. */
    static void giveForLong(Context context, String session) {
        set(context, session, "; Max-Age=" + LONGEST_SECONDS);
    }

    /** Takes the session from a browser. */
    static void take(Context context) {
        set(context, "", "; Max-Age=0");
    }

    private static void set(Context context, String session, String age) {
        context.res().addHeader("Set-Cookie", name(context) + "=" + session + age + RULES
                + (context.req().isSecure() ? "; Secure" : ""));
    }

    /** Returns the token of a session: who knows it does not know the session. */
    static String token(String session) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("evenfloat csrf " + session).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns whether a request carries the token of that session; takes the same time wherever they differ. */
    static boolean proves(Context context, String session) {
        String given = context.header(TOKEN_HEADER);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token(session).getBytes(StandardCharsets.UTF_8));
    }
}
