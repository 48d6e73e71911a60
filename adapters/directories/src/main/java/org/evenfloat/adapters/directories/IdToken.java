// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** Believes a signed statement of the provider only when all of OpenID Connect Core 1.0, 3.1.3.7 holds. */
final class IdToken {

    /** No others: no secret that is shared, no "none". */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

    /** How far the clocks of provider and server may differ. */
    static final long SKEW_MILLIS = 60_000;

    /** It is asked for at once after the sign-in; an older one was made for something else. */
    static final long OLDEST_MILLIS = 10 * 60_000;

    private IdToken() {}

    /** Returns the token when it is signed by one of the ways that count; nothing is believed yet. */
    static Optional<SignedJWT> parse(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            // The library passes over letters that are no base64; a token has one spelling.
            Base64URL signature = token.getSignature();
            boolean spelled = Base64URL.encode(signature.decode()).equals(signature);
            return spelled && ALGORITHMS.contains(token.getHeader().getAlgorithm())
                    ? Optional.of(token) : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns what the token says, when it is signed by one of those keys and made for us, now, and this errand. */
    static Optional<JWTClaimsSet> claims(
            SignedJWT token, JWKSet keys, OidcClient client, String nonce, long nowMillis) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // below, all of it in one place
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return good(claims, client, nonce, nowMillis) ? Optional.of(claims) : Optional.empty();
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean good(JWTClaimsSet claims, OidcClient client, String nonce, long now) throws ParseException {
        String party = claims.getStringClaim("azp");
        boolean ours = client.issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(client.clientId())
                && (party == null ? claims.getAudience().size() == 1 : party.equals(client.clientId()));
        String given = claims.getStringClaim("nonce");
        boolean answers = given != null && MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8));
        Date ends = claims.getExpirationTime();
        Date made = claims.getIssueTime();
        Date begins = claims.getNotBeforeTime();
        boolean inTime = ends != null && made != null
                && now < ends.getTime() + SKEW_MILLIS
                && made.getTime() <= now + SKEW_MILLIS
                && made.getTime() >= now - OLDEST_MILLIS
                && (begins == null || begins.getTime() <= now + SKEW_MILLIS);
        String subject = claims.getSubject();
        return ours && answers && inTime && subject != null && !subject.isEmpty();
    }
}
