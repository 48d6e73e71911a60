// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider;
import org.evenfloat.application.port.out.IdentityProvider.Person;
import org.evenfloat.contracts.IdentityProviderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcProviderTest extends IdentityProviderContract {

    private long nowMillis = 1_900_000_000_000L;
    private OidcRoom room;
    private OidcProvider provider;
    private ServerSocket silent;

    @BeforeEach
    void open() throws Exception {
        room = new OidcRoom(() -> Instant.ofEpochMilli(nowMillis));
        provider = new OidcProvider(room.client(), () -> Instant.ofEpochMilli(nowMillis));
        silent = new ServerSocket(0, 16, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws Exception {
        room.close();
        silent.close();
    }

    @Override
    protected IdentityProvider openProvider() {
        return provider;
    }

    @Override
    protected String signInAt(URI address) {
        return room.signIn(address);
    }

    @Override
    protected IdentityProvider openSilent() {
        return at("http://127.0.0.1:" + silent.getLocalPort(), "preferred_username", "groups", 400);
    }

    private OidcProvider at(String issuer, String nameClaim, String groupsClaim, int timeoutMillis) {
        return new OidcProvider(new OidcClient(issuer, OidcRoom.CLIENT, OidcRoom.SECRET, OidcRoom.REDIRECT, "openid",
                nameClaim, groupsClaim, Optional.empty(), timeoutMillis),
                () -> Instant.ofEpochMilli(nowMillis));
    }

    private Optional<Person> anna(IdentityProvider asked) throws Exception {
        return asked.person(ERRAND, room.signIn(URI.create(asked.address(ERRAND))));
    }

    @Test
    void sendsAllThatTheStandardsWant() throws Exception {
        assertThat(provider.address(ERRAND)).isEqualTo(room.issuer() + "/authorize?tenant=1&response_type=code"
                + "&client_id=evenfloat+test&redirect_uri=http%3A%2F%2F127.0.0.1%3A8420%2Fapi%2Fv1%2Faccess%2Foidc"
                + "%2Fcallback&scope=openid+profile&state=" + ERRAND.state() + "&nonce=" + ERRAND.nonce()
                + "&code_challenge=" + OidcProvider.challenge(ERRAND.verifier()) + "&code_challenge_method=S256");
        // RFC 7636, appendix B
        assertThat(OidcProvider.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void takesEveryAlgorithmThatCounts() throws Exception {
        for (JWSAlgorithm algorithm : IdToken.ALGORITHMS) {
            room.algorithm = algorithm;
            room.signingKey = algorithm == JWSAlgorithm.ES256 ? room.ec : room.rsa;
            assertThat(anna(provider)).as(algorithm.getName()).isPresent();
        }
    }

    @Test
    void findsGroupsInsideAnObjectAndTakesOnlyTexts() {
        assertThat(OidcProvider.groups(Map.of("groups", "one"), "groups")).containsExactly("one");
        assertThat(OidcProvider.groups(Map.of("groups", List.of("b", 7, List.of("c"), "a")), "groups"))
                .containsExactly("a", "b");
        assertThat(OidcProvider.groups(Map.of("realm", Map.of("roles", List.of("a"))), "realm.roles"))
                .containsExactly("a");
        assertThat(OidcProvider.groups(Map.of("https://x.y/roles", List.of("a")), "https://x.y/roles"))
                .containsExactly("a");
        assertThat(OidcProvider.groups(Map.of("groups", Map.of("a", true)), "groups")).isEmpty();
        assertThat(OidcProvider.groups(Map.of(), "groups")).isEmpty();
    }

    @Test
    void callsNobodyByAnAddressThatIsNotProven() throws Exception {
        OidcProvider byMail = at(room.issuer(), "email", "groups", 5_000);
        room.change = claims -> claims.claim("email", "anna@example.org");
        assertThat(anna(byMail)).map(Person::name).contains("");
        room.change = claims -> claims.claim("email", "anna@example.org").claim("email_verified", true);
        assertThat(anna(byMail)).contains(new Person("anna@example.org", Set.of("battery-service")));
    }

    @Test
    void asksForNewKeysWhenItMeetsOneButNotWithoutEnd() throws Exception {
        assertThat(anna(provider)).isPresent();
        assertThat(anna(provider)).isPresent();
        assertThat(room.keyRequests).hasValue(1);
        room.signingKey = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        room.published = List.of(room.signingKey);
        for (int i = 0; i < 5; i++) {
            assertThat(anna(provider)).as("before the pause is over").isEmpty();
        }
        assertThat(room.keyRequests).hasValue(1);
        nowMillis += Discovery.KEYS_PAUSE_MILLIS;
        assertThat(anna(provider)).isPresent();
        assertThat(room.keyRequests).hasValue(2);
    }

    @Test
    void refusesAProviderThatCallsItselfOtherwise() {
        assertThatExceptionOfType(DirectoryFailure.class)
                .isThrownBy(() -> at(room.issuer() + "/", "sub", "groups", 5_000).address(ERRAND))
                .withMessageContaining("discovery answers 200 for the issuer " + room.issuer() + ", not");
    }

    @Test
    void refusesEndpointsWithoutHttps() {
        for (String key : List.of("authorize?tenant=1", "token", "keys")) {
            room.discovery = text -> text.replace(room.issuer() + "/" + key, "http://example.org/" + key);
            assertThatExceptionOfType(DirectoryFailure.class).as(key)
                    .isThrownBy(() -> at(room.issuer(), "sub", "groups", 5_000).address(ERRAND))
                    .withMessageContaining("no address with https");
        }
        assertThatExceptionOfType(DirectoryFailure.class)
                .isThrownBy(() -> at("http://example.org", "sub", "groups", 5_000).address(ERRAND));
    }

    @Test
    void tellsThatItsOwnSecretIsWrong() throws Exception {
        OidcClient good = room.client();
        OidcProvider wrong = new OidcProvider(new OidcClient(good.issuer(), good.clientId(), "wrong", good.redirect(),
                "openid", "sub", "groups", Optional.empty(), 5_000), () -> Instant.ofEpochMilli(nowMillis));
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() -> anna(wrong))
                .withMessageContaining("401 invalid_client").withMessageNotContaining("wrong");
    }

    @Test
    void showsNoSecretAsText() {
        assertThat(room.client().toString()).doesNotContain(OidcRoom.SECRET);
        assertThat(ERRAND.toString()).doesNotContain(ERRAND.verifier());
    }
}
