// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A small provider of OpenID Connect: discovery, keys, a page that signs anna in, tokens that it signs. */
final class OidcRoom implements AutoCloseable {

    static final String CLIENT = "evenfloat test";
    static final String SECRET = "p&ss:word of the client";
    static final String REDIRECT = "http://127.0.0.1:8420/api/v1/access/oidc/callback";

    static {
        // Otherwise each answer waits 40 ms for the other end's acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Made once, because making them takes longer than all the rest. */
    private static final JWK RSA = made(() -> new RSAKeyGenerator(2048).keyID("rsa-1").generate());

    private static final JWK EC = made(() -> new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate());

    final JWK rsa = RSA;
    final JWK ec = EC;
    final AtomicInteger keyRequests = new AtomicInteger();
    volatile List<JWK> published;
    volatile JWK signingKey;
    volatile JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    volatile UnaryOperator<JWTClaimsSet.Builder> change = claims -> claims;
    volatile UnaryOperator<String> token = text -> text;
    volatile UnaryOperator<String> discovery = text -> text;
    private final HttpServer server;
    private final InstantSource clock;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    OidcRoom(InstantSource clock) throws Exception {
        this.clock = clock;
        published = List.of(rsa, ec);
        signingKey = rsa;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/realm/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery.apply(
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize?tenant=1", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys"}""".formatted(issuer()))));
        server.createContext("/realm/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, 200, new JWKSet(published).toPublicJWKSet().toString());
        });
        server.createContext("/realm/token", this::exchange);
        server.start();
    }

    private static JWK made(Callable<JWK> maker) {
        try {
            return maker.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    OidcClient client() {
        return new OidcClient(issuer(), CLIENT, SECRET, REDIRECT, "openid profile", "preferred_username", "groups",
                Optional.empty(), 5_000);
    }

    /** Does what a browser and anna do on the page at that address; returns the code of the way back. */
    String signIn(URI address) {
        Map<String, String> query = form(address.getRawQuery());
        String code = "code-" + count.incrementAndGet();
        codes.put(code, query);
        return code;
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String expected = "Basic " + Base64.getEncoder().encodeToString(
                "evenfloat+test:p%26ss%3Aword+of+the+client".getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (asked == null
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                || !asked.get("code_challenge_method").equals("S256")
                || !asked.get("code_challenge").equals(OidcProvider.challenge(form.get("code_verifier")))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(exchange, 200, "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"id_token\": \""
                    + token.apply(sign(asked.get("nonce"))) + "\"}");
        }
    }

    private String sign(String nonce) {
        try {
            long now = clock.millis();
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(issuer()).audience(CLIENT).subject("4711").claim("nonce", nonce)
                    .issueTime(new Date(now)).expirationTime(new Date(now + 300_000))
                    .claim("preferred_username", "anna").claim("groups", List.of("battery-service"));
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(signingKey.getKeyID()).build(), change.apply(claims).build());
            signed.sign(new DefaultJWSSignerFactory().createJWSSigner(signingKey, algorithm));
            return signed.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
