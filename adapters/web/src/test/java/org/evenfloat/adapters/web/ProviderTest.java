// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.SignInElsewhere.Begun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {

    private static final String BEGIN = "/api/v1/access/oidc/begin";
    private static final String CALLBACK = "/api/v1/access/oidc/callback";

    private final Room room = new Room(1, 1);
    private Served served;

    @BeforeEach
    void start() throws Exception {
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String cookie() {
        return "evenfloat-oidc-" + served.port;
    }

    private HttpResponse<String> back(String query, String binding) {
        return served.send(served.request(CALLBACK + query).header("Cookie", cookie() + "=" + binding));
    }

    @Test
    void sendsABrowserThatIsNotInToTheProvider() {
        HttpResponse<String> response = served.send(served.request(BEGIN));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("https://login.example.org/authorize?state=s1");
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly(cookie()
                + "=b1; Max-Age=600; Path=/api/v1/access/oidc; HttpOnly; SameSite=Lax");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void letsInWhoComesBackAndTakesTheCookieOfTheWayAgain() {
        HttpResponse<String> response = back("?state=s1&code=c1&session_state=x&iss=y", "b1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("http-equiv=\"refresh\" content=\"0;url=/\"");
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2);
        assertThat(cookies.get(0)).startsWith("evenfloat-" + served.port + "=the-session; Path=/; ")
                .endsWith("HttpOnly; SameSite=Strict");
        assertThat(cookies.get(1)).startsWith(cookie() + "=; Max-Age=0; Path=/api/v1/access/oidc");
        assertThat(room.people.elsewhere.finished).containsExactly("b1 s1 c1 from web 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "?state=s2&code=c1, b1", "?state=s1&code=c1, b2", "?state=s1&code=c1, ''", "?code=c1, b1", "?state=s1, b1",
        "?state=s1&error=access_denied, b1", "?state=s1&state=s1&code=c1, b1", "?state=s1&code=c1&code=c2, b1", "'', b1"
    })
    void letsNobodyElseIn(String query, String binding) {
        HttpResponse<String> response = back(query, binding);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Not &lt;so&gt; &amp; never.").doesNotContain("<so>");
        assertThat(response.headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith(cookie() + "=; Max-Age=0");
    }

    @Test
    void takesNoBindingFromTheAddressOrFromAnotherPort() {
        HttpResponse<String> response = served.send(served.request(CALLBACK + "?state=s1&code=c1&binding=b1")
                .header("Cookie", "evenfloat-oidc-" + (served.port + 1) + "=b1"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(back("?state=s1&code=c1", "b".repeat(65)).statusCode()).isEqualTo(403);
        assertThat(room.people.elsewhere.finished).containsExactly(" s1 c1 from web 127.0.0.1", " s1 c1 from web 127.0.0.1");
    }

    @Test
    void saysWhenThereIsNoProviderOrItIsSilent() {
        room.people.elsewhere.begun = new Begun("", "", 0, "It does not answer.");
        HttpResponse<String> silent = served.send(served.request(BEGIN));
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.body()).contains("It does not answer.");
        assertThat(silent.headers().allValues("Set-Cookie")).isEmpty();
        room.people.elsewhere.button = Optional.empty();
        assertThat(served.send(served.request(BEGIN)).statusCode()).isEqualTo(404);
    }

    @Test
    void opensNothingElse() {
        for (String path : List.of(BEGIN + "/", BEGIN + "/../../strings", "/api/v1/access/oidc", CALLBACK + ";x")) {
            assertThat(served.send(served.request(path)).statusCode()).as(path).isIn(400, 401, 404);
        }
        assertThat(served.send(served.request(BEGIN).method("POST", BodyPublishers.noBody()))
                .statusCode()).isEqualTo(401);
    }
}
