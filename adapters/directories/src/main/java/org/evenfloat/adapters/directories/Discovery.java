// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.port.out.DirectoryFailure;

/** What a provider tells of itself (OpenID Connect Discovery 1.0) and its keys, each kept for a while. */
final class Discovery {

    /** How long it is believed. */
    static final long KEEP_MILLIS = 3_600_000;

    /** How often keys are asked for at most, so that made-up tokens do not make us ask without end. */
    static final long KEYS_PAUSE_MILLIS = 10_000;

    /**
     * Where the provider is asked.
     *
     * @param authorization where browsers go
     * @param token where codes are exchanged
     * @param keys where its public keys are
     * @param secretInForm whether it takes the secret only as part of the form
     */
    record Endpoints(URI authorization, URI token, URI keys, boolean secretInForm) {}

    private final OidcClient settings;
    private final OidcHttp http;
    private final InstantSource clock;
    private Endpoints endpoints;
    private long endpointsAtMillis;
    private JWKSet keys;
    private long keysAtMillis;

    Discovery(OidcClient settings, OidcHttp http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** Returns where the provider is asked; an old answer when it does not answer now. */
    synchronized Endpoints endpoints() throws DirectoryFailure, InterruptedException {
        long now = clock.millis();
        if (endpoints == null || stale(now, endpointsAtMillis, KEEP_MILLIS)) {
            try {
                endpoints = ask();
                endpointsAtMillis = now;
            } catch (DirectoryFailure failure) {
                if (endpoints == null) {
                    throw failure;
                }
            }
        }
        return endpoints;
    }

    private Endpoints ask() throws DirectoryFailure, InterruptedException {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        OidcHttp.Answer answer =
                http.get(OidcHttp.checked(base + "/.well-known/openid-configuration", "issuer"));
        Map<String, Object> told = answer.json();
        if (answer.status() != 200 || !issuer.equals(told.get("issuer"))) {
            throw new DirectoryFailure("its discovery answers " + answer.status() + " for the issuer "
                    + String.valueOf(told.get("issuer")).replaceAll("[^!-~]", "?") + ", not " + issuer);
        }
        boolean form = told.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                && methods.contains("client_secret_post") && !methods.contains("client_secret_basic");
        return new Endpoints(
                OidcHttp.checked(told.get("authorization_endpoint"), "authorization_endpoint"),
                OidcHttp.checked(told.get("token_endpoint"), "token_endpoint"),
                OidcHttp.checked(told.get("jwks_uri"), "jwks_uri"), form);
    }

    /**
     * Returns the provider's public keys.
     *
     * @param keyId the key that is needed; asked for anew when it is not among those that are kept
     */
    synchronized JWKSet keys(String keyId) throws DirectoryFailure, InterruptedException {
        long now = clock.millis();
        boolean known = keys != null && (keyId == null || keys.getKeyByKeyId(keyId) != null);
        boolean old = keys == null || stale(now, keysAtMillis, KEEP_MILLIS);
        if (old || !known && stale(now, keysAtMillis, KEYS_PAUSE_MILLIS)) {
            OidcHttp.Answer answer = http.get(endpoints().keys());
            try {
                if (answer.status() != 200) {
                    throw new DirectoryFailure("its keys: " + answer.status());
                }
                keys = JWKSet.parse(answer.json()).toPublicJWKSet();
                keysAtMillis = now;
            } catch (ParseException e) {
                throw new DirectoryFailure("its keys: " + e.getMessage(), e);
            }
        }
        return keys;
    }

    /** Returns whether so much time has passed, or the clock was set back, that it is to be asked anew. */
    private static boolean stale(long now, long since, long keepMillis) {
        return now - since >= keepMillis || now < since;
    }
}
