// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider;

/** An OpenID Connect provider, asked for a code and then, from server to server, for what the code stands for. */
public final class OidcProvider implements IdentityProvider {

    private static final int MOST_GROUPS = 1_000;

    private final OidcClient client;
    private final InstantSource clock;
    private final BoundedCalls calls;
    private final OidcHttp http;
    private final Discovery discovery;

    /**
     * @param client provider and what this server is to it
     * @param clock wall clock
     */
    public OidcProvider(OidcClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        this.calls = new BoundedCalls("oidc", client.timeoutMillis());
        this.http = new OidcHttp(client);
        this.discovery = new Discovery(client, http, clock);
    }

    @Override
    public String name() {
        return "oidc";
    }

    @Override
    public String address(Errand errand) throws DirectoryFailure {
        URI begin = bounded(() -> discovery.endpoints().authorization());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", client.redirect());
        query.put("scope", client.scopes());
        query.put("state", errand.state());
        query.put("nonce", errand.nonce());
        query.put("code_challenge", challenge(errand.verifier()));
        query.put("code_challenge_method", "S256");
        return begin + (begin.getRawQuery() == null ? "?" : "&") + form(query);
    }

    /** RFC 7636, 4.2. */
    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Optional<Person> person(Errand errand, String code) throws DirectoryFailure {
        return bounded(() -> ask(errand, code));
    }

    private <T> T bounded(Callable<T> call) throws DirectoryFailure {
        try {
            return calls.within(call);
        } catch (DirectoryFailure failure) {
            throw new DirectoryFailure("OpenID provider " + client + ": " + failure.getMessage(), failure);
        }
    }

    private Optional<Person> ask(Errand errand, String code) throws DirectoryFailure, InterruptedException {
        Optional<SignedJWT> token = exchange(errand, code).flatMap(IdToken::parse);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return IdToken.claims(
                        token.get(), discovery.keys(token.get().getHeader().getKeyID()), client, errand.nonce(),
                        clock.millis())
                .map(this::person);
    }

    /** Returns the signed statement for a code; empty when the code is not good. */
    private Optional<String> exchange(Errand errand, String code) throws DirectoryFailure, InterruptedException {
        Discovery.Endpoints endpoints = discovery.endpoints();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", client.redirect());
        form.put("code_verifier", errand.verifier());
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoints.token())
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (client.clientSecret().isEmpty() || endpoints.secretInForm()) {
            form.put("client_id", client.clientId());
            if (!client.clientSecret().isEmpty()) {
                form.put("client_secret", client.clientSecret());
            }
        } else {
            // RFC 6749, 2.3.1: both parts as in a form before they are joined
            String pair = encoded(client.clientId()) + ":" + encoded(client.clientSecret());
            request.header("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        OidcHttp.Answer answer = http.send(request.POST(HttpRequest.BodyPublishers.ofString(form(form))));
        if (answer.status() == 200) {
            return answer.json().get("id_token") instanceof String text ? Optional.of(text) : Optional.empty();
        }
        if (answer.status() == 400 && "invalid_grant".equals(answer.json().get("error"))) {
            return Optional.empty();
        }
        throw new DirectoryFailure("the exchange of a code was answered with " + answer.status() + " "
                + String.valueOf(answer.json().get("error")).replaceAll("[^a-z_]", "?"));
    }

    private Person person(JWTClaimsSet claims) {
        // Whoever may type any address into his account must not be called by it.
        boolean unproven = client.nameClaim().equals("email") && !Boolean.TRUE.equals(claims.getClaim("email_verified"));
        Object name = unproven ? "" : claims.getClaim(client.nameClaim());
        return new Person(name instanceof String text ? text : "", groups(claims.getClaims(), client.groupsClaim()));
    }

    /** Returns the texts of a claim, by its whole name or by the way into an object. */
    static Set<String> groups(Map<?, ?> claims, String path) {
        Object value = claims.get(path);
        int dot = path.indexOf('.');
        if (value == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
            return groups(inner, path.substring(dot + 1));
        }
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        Set<String> groups = new TreeSet<>();
        for (Object each : values.subList(0, Math.min(MOST_GROUPS, values.size()))) {
            if (each instanceof String text) {
                groups.add(text);
            }
        }
        return groups;
    }

    private static String form(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((key, value) -> pairs.add(key + "=" + encoded(value)));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
