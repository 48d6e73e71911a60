// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secrets of one start of the server: a token for the address bar of a browser, good for one use, and a bearer
 * token for scripts. The browser token is exchanged for a session, whose value is neither of them; sessions can
 * outlive the start. Safe for any number of threads; comparisons take the same time wherever the first difference is.
 */
public final class WebAccess {

    /** 256 bits: out of reach of guessing. */
    private static final int SECRET_BYTES = 32;

    /** What RFC 6750 allows in a bearer token; 16 characters are the least that is worth the name. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]{16,256}=*");

    private final String browserToken;
    private final String bearerToken;
    private final boolean bearerIsConfigured;
    private final KeptSessions sessions;
    private boolean browserTokenUsed;

    private WebAccess(
            String browserToken, String bearerToken, boolean bearerIsConfigured, KeptSessions sessions) {
        this.browserToken = browserToken;
        this.bearerToken = bearerToken;
        this.bearerIsConfigured = bearerIsConfigured;
        this.sessions = sessions;
    }

    /** Returns new secrets, all random. */
    public static WebAccess random() {
        SecureRandom random = new SecureRandom();
        return new WebAccess(secret(random), secret(random), false, new KeptSessions(null));
    }

    /**
     * Returns new secrets with a bearer token that is known already.
     *
     * @throws IllegalArgumentException when scripts could not send it or it is too short
     */
    public static WebAccess withBearer(String bearerToken) {
        if (bearerToken == null || !BEARER.matcher(bearerToken).matches()) {
            throw new IllegalArgumentException(
                    "bearer token: " + (bearerToken == null ? "none" : bearerToken.length() + " characters")
                            + " - 16 to 256 letters, digits and . _ ~ + / -");
        }
        SecureRandom random = new SecureRandom();
        return new WebAccess(secret(random), bearerToken, true, new KeptSessions(null));
    }

    /** Returns the same secrets with the sessions of former starts, which are kept in that file as fingerprints. */
    public WebAccess keepingSessions(Path file) {
        return new WebAccess(browserToken, bearerToken, bearerIsConfigured, new KeptSessions(file));
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the token for {@code /?token=}, good for one exchange. */
    public String browserToken() {
        return browserToken;
    }

    /** Returns the token for {@code Authorization: Bearer}, good while the server runs. */
    public String bearerToken() {
        return bearerToken;
    }

    /** Exchanges the browser token for the session; empty when the token is wrong or has been used. */
    synchronized Optional<String> exchange(String token) {
        if (!same(token, browserToken) || browserTokenUsed) {
            return Optional.empty();
        }
        browserTokenUsed = true;
        String session = secret(new SecureRandom());
        sessions.add(session);
        return Optional.of(session);
    }

    /** Returns whether the bearer token is one that was known before, which stays good when there are users. */
    boolean bearerIsConfigured() {
        return bearerIsConfigured;
    }

    boolean bearer(String token) {
        return same(token, bearerToken);
    }

    /** Returns whether that is a session that was exchanged for a browser token. */
    boolean session(String value) {
        return sessions.has(value);
    }

    private static boolean same(String given, String secret) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
