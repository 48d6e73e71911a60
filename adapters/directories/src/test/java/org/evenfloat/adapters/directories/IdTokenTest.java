// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider.Errand;
import org.evenfloat.application.port.out.IdentityProvider.Person;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every token that is refused, each differing in one thing from one that is taken. */
class IdTokenTest {

    private static final long NOW = 1_900_000_000_000L;
    private static final Errand ERRAND = new Errand("s".repeat(43), "n".repeat(43), "v".repeat(43));

    private OidcRoom room;
    private OidcProvider provider;

    @BeforeEach
    void open() throws Exception {
        room = new OidcRoom(() -> Instant.ofEpochMilli(NOW));
        provider = new OidcProvider(room.client(), () -> Instant.ofEpochMilli(NOW));
        assertThat(signIn()).as("the good token").isPresent();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Optional<Person> signIn() throws Exception {
        return provider.person(ERRAND, room.signIn(URI.create(provider.address(ERRAND))));
    }

    private void assertRefused(String what, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        room.change = change;
        assertThat(signIn()).as(what).isEmpty();
        room.change = claims -> claims;
        assertThat(signIn()).as("good again after " + what).isPresent();
    }

    private static Date at(long afterNowMillis) {
        return new Date(NOW + afterNowMillis);
    }

    @Test
    void refusesWhatIsNotForUs() throws Exception {
        assertRefused("wrong issuer", claims -> claims.issuer("https://example.org"));
        assertRefused("issuer with a slash", claims -> claims.issuer(room.issuer() + "/"));
        assertRefused("no issuer", claims -> claims.issuer(null));
        assertRefused("wrong audience", claims -> claims.audience("another"));
        assertRefused("no audience", claims -> claims.audience((String) null));
        assertRefused("several audiences", claims -> claims.audience(List.of(OidcRoom.CLIENT, "another")));
        assertRefused("another party", claims -> claims.claim("azp", "another"));
        room.change = claims -> claims.audience(List.of(OidcRoom.CLIENT, "another")).claim("azp", OidcRoom.CLIENT);
        assertThat(signIn()).as("several audiences, for us").isPresent();
    }

    @Test
    void refusesWhatIsNotForThisErrand() throws Exception {
        assertRefused("wrong nonce", claims -> claims.claim("nonce", "m".repeat(43)));
        assertRefused("no nonce", claims -> claims.claim("nonce", null));
        assertRefused("nonce that is no text", claims -> claims.claim("nonce", 7));
        assertRefused("no subject", claims -> claims.subject(null));
        assertRefused("empty subject", claims -> claims.subject(""));
    }

    @Test
    void refusesWhatIsNotForNow() throws Exception {
        assertRefused("expired", claims -> claims.expirationTime(at(-IdToken.SKEW_MILLIS)));
        assertRefused("no expiry", claims -> claims.expirationTime(null));
        assertRefused("made in the future", claims -> claims.issueTime(at(IdToken.SKEW_MILLIS + 1_000)));
        assertRefused("made long ago", claims -> claims.issueTime(at(-IdToken.OLDEST_MILLIS - 1_000)));
        assertRefused("no time", claims -> claims.issueTime(null));
        assertRefused("not yet", claims -> claims.notBeforeTime(at(IdToken.SKEW_MILLIS + 1_000)));
        room.change = claims -> claims.expirationTime(at(1_000 - IdToken.SKEW_MILLIS))
                .issueTime(at(IdToken.SKEW_MILLIS)).notBeforeTime(at(IdToken.SKEW_MILLIS));
        assertThat(signIn()).as("clocks that differ by less than a minute").isPresent();
    }

    @Test
    void refusesOtherKeysAndOtherAlgorithms() throws Exception {
        room.token = text -> new PlainJWT(claims(text)).serialize();
        assertThat(signIn()).as("alg none").isEmpty();
        room.token = text -> text.substring(0, text.lastIndexOf('.') + 1);
        assertThat(signIn()).as("no signature").isEmpty();
        room.token = text -> {
            String[] parts = text.split("\\.");
            return encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        };
        assertThat(signIn()).as("alg none in the header").isEmpty();
        byte[] publicKey = ((RSAKey) room.rsa).toPublicKey().getEncoded();
        room.token = text -> byMac(text, publicKey);
        assertThat(signIn()).as("public key taken for a shared secret").isEmpty();
        room.token = text -> byMac(text, (OidcRoom.SECRET + OidcRoom.SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(signIn()).as("HS256").isEmpty();
        room.token = text -> text;
        for (JWSAlgorithm other : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS512)) {
            room.algorithm = other;
            assertThat(signIn()).as(other.getName()).isEmpty();
        }
        room.algorithm = JWSAlgorithm.RS256;
        room.signingKey = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        assertThat(signIn()).as("another key of the same name").isEmpty();
        room.signingKey = new RSAKeyGenerator(2048).keyID("unknown").generate();
        assertThat(signIn()).as("unknown key").isEmpty();
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String byMac(String token, byte[] key) {
        try {
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims(token));
            signed.sign(new MACSigner(key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void garbageNeverLetsAnybodyIn() throws Exception {
        String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.= {}";
        SeededCases.check("no changed token is believed", 300, draw -> {
            room.token = good -> {
                StringBuilder bad = new StringBuilder(draw.permille(200) ? "" : good);
                for (int i = draw.between(1, 40); i > 0; i--) {
                    char drawn = alphabet.charAt(draw.between(0, alphabet.length() - 1));
                    if (bad.length() == 0 || draw.permille(500)) {
                        bad.insert(draw.between(0, bad.length()), drawn);
                    } else {
                        bad.setCharAt(draw.between(0, bad.length() - 1), drawn);
                    }
                }
                return bad.toString().equals(good) ? "x" : bad.toString();
            };
            try {
                assertThat(signIn()).isEmpty();
            } catch (DirectoryFailure e) {
                assertThat(e.getMessage()).contains("JSON");
            }
        });
    }
}
