// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People come in with a name and a password, and go out again. */
class SignInTest {

    private static final String STATE =
            "{\"claimed\":true,\"scheme\":\"http\",\"elsewhere\":\"Company login\",\"signedIn\":";

    private static final String EVA = "{\"user\":\"eva\",\"password\":\"" + People.PASSWORD + "\"}";
    private static final String BLINK = "/api/v1/lines/L1/blink";

    private final Room room = new Room(1, 2);
    private Served served;

    @BeforeEach
    void start() throws Exception {
        room.people.session("eva", Role.ADMIN);
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private HttpRequest.Builder own(String path) {
        return served.request(path).header("Origin", "http://127.0.0.1:" + served.port)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> signIn(String body, String... headers) {
        HttpRequest.Builder request = own("/api/v1/access/sign-in").POST(BodyPublishers.ofString(body));
        return served.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String cookie(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> post(String path, String cookie, String csrf, String body) {
        HttpRequest.Builder request = own(path).header("Cookie", cookie).POST(BodyPublishers.ofString(body));
        return served.send(csrf == null ? request : request.header("X-Evenfloat-CSRF", csrf));
    }

    @Test
    void aNameAndAPasswordMakeASessionWhoseCookieNoScriptReads() {
        HttpResponse<String> in = signIn(EVA);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("evenfloat-" + served.port + "=[^;]+; Path=/; HttpOnly; SameSite=Strict");
        assertThat(in.headers().firstValue("Cache-Control")).hasValue("no-store");
        String csrf = Served.json(in).path("csrf").asText();
        assertThat(in.body()).startsWith(STATE + "true,\"kind\":\"PERSON\","
                + "\"user\":\"eva\",\"role\":\"admin\",\"strings\":{},\"secondFactor\":false,\"csrf\":\"" + csrf
                + "\",\"verbs\":{\"BLINK\":\"operate\",");
        assertThat(csrf).hasSize(43);
        String cookie = cookie(in);
        assertThat(in.body()).as("the session is in the cookie alone").doesNotContain(cookie.split("=", 2)[1]);
        assertThat(post(BLINK, cookie, csrf, "{\"address\":7}").statusCode()).isEqualTo(200);
        HttpResponse<String> out = post("/api/v1/access/sign-out", cookie, csrf, "{}");
        assertThat(out.body()).isEqualTo(STATE + "false}");
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("=; Max-Age=0");
        assertThat(post(BLINK, cookie, csrf, "{\"address\":7}").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotInLearnsOnlyWhetherThereAreUsers() {
        HttpResponse<String> state = served.send(served.request("/api/v1/access/state"));
        assertThat(state.body()).isEqualTo(STATE + "false}");
        for (String part : List.of("/", "/api/v1/health")) {
            assertThat(served.send(served.request(part)).body()).as(part).doesNotContain("eva", "A1-1", "Café");
        }
    }

    @Test
    void aChangeNeedsTheTokenOfItsOwnSession() {
        HttpResponse<String> in = signIn(EVA);
        String other = Served.json(signIn(EVA)).path("csrf").asText();
        String right = Served.json(in).path("csrf").asText();
        String session = cookie(in).split("=", 2)[1];
        for (String wrong : new String[] {null, "", "x", other, session, right + "x", right.substring(1)}) {
            HttpResponse<String> refused = post(BLINK, cookie(in), wrong, "{\"address\":7}");
            assertThat(refused.statusCode()).as(wrong).isEqualTo(403);
            assertThat(Served.json(refused).path("detail").asText()).contains("X-Evenfloat-CSRF");
        }
        assertThat(room.desk.asked).isEmpty();
        assertThat(post(BLINK, cookie(in), right, "{\"address\":7}").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatSomebodyElseHasPlantedIsNotTakenOver() {
        String planted = room.people.session("mallory", Role.VIEW);
        HttpResponse<String> in = signIn(EVA, "Cookie", "evenfloat-" + served.port + "=" + planted);
        assertThat(cookie(in)).doesNotContain(planted);
        assertThat(room.people.sessions).as("it ends").doesNotContainKey(planted);
        HttpResponse<String> made = signIn(EVA, "Cookie", "evenfloat-" + served.port + "=chosen-by-somebody");
        assertThat(cookie(made)).doesNotContain("chosen-by-somebody");
        String state = served.send(served.request("/api/v1/access/state")
                .header("Cookie", "evenfloat-" + served.port + "=chosen-by-somebody")).body();
        assertThat(state).contains("\"signedIn\":false");
    }

    @Test
    void saysWhatIsMissingAndHowLongToWait() {
        HttpResponse<String> denied = signIn("{\"user\":\"eva\",\"password\":\"wrong\"}");
        assertThat(denied.statusCode()).isEqualTo(401);
        assertThat(denied.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> unknown = signIn("{\"user\":\"nobody\",\"password\":\"wrong\"}");
        assertThat(unknown.body()).as("as if there were such a user").isEqualTo(denied.body());
        room.people.secondFactor("eva");
        HttpResponse<String> code = signIn(EVA);
        assertThat(code.statusCode()).isEqualTo(403);
        assertThat(Served.json(code).at("/problems/0").asText())
                .isEqualTo("code: nothing - the code that your authenticator shows now");
        HttpResponse<String> wrong = signIn(EVA.replace("}", ",\"code\":\"000000\"}"));
        assertThat(Served.json(wrong).at("/problems/0").asText()).startsWith("code: not a good one");
        assertThat(signIn(EVA.replace("}", ",\"code\":\"" + People.CODE + "\"}")).statusCode()).isEqualTo(200);
        room.people.waitMillis = 2_001;
        HttpResponse<String> wait = signIn(EVA);
        assertThat(wait.statusCode()).isEqualTo(429);
        assertThat(wait.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void takesNoSignInThatAnotherPageSendsOrThatIsNotOne() {
        for (String origin : List.of("null", "https://evil.example", "https://127.0.0.1:" + served.port)) {
            HttpResponse<String> refused = served.send(served.request("/api/v1/access/sign-in")
                    .header("Origin", origin).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(EVA)));
            assertThat(refused.statusCode()).as(origin).isEqualTo(403);
        }
        Map<String, String> wrong = Map.of(
                "{}", "[\"user: nothing - 1 to 64 characters\",\"password: nothing - 1 to 1024 characters\"]",
                "{\"user\":7,\"password\":\"\"}",
                "[\"user: not a text - 1 to 64 characters\",\"password: 0 characters - 1 to 1024 characters\"]",
                EVA.replace("}", ",\"remember\":true}"),
                "[\"body: remember - only the fields code, password, user\"]");
        wrong.forEach((body, problems) -> {
            HttpResponse<String> refused = signIn(body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(Served.json(refused).path("problems").toString()).isEqualTo(problems);
        });
        String huge = "{\"user\":\"eva\",\"password\":\"" + "s3cret".repeat(20_000) + "\"}";
        assertThat(signIn(huge).statusCode()).isEqualTo(413);
        String longer = "{\"user\":\"eva\",\"password\":\"" + "s3cret".repeat(200) + "\"}";
        assertThat(signIn(longer).body()).contains("password: 1200 characters").doesNotContain("s3cret");
        assertThat(served.send(served.request("/api/v1/access/sign-in?user=eva")).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfAScriptNeedsNoCookieAndHasItsOwnRole() {
        String token = room.people.token("scada", Grants.of(Role.VIEW));
        HttpResponse<String> state = served.send(
                served.request("/api/v1/access/state").header("Authorization", "Bearer " + token));
        assertThat(state.body()).contains("\"kind\":\"SCRIPT\",\"user\":\"scada\",\"role\":\"view\"", "\"csrf\":null");
        HttpResponse<String> refused = served.send(served.request(BLINK).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"address\":7}")));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Served.json(refused).path("detail").asText()).isEqualTo("scada, who has the role view, may not let"
                + " a module blink (line L1): that needs the role operate. Somebody with the role admin can give it.");
    }

    @Test
    void whatWasPrintedAtTheStartIsWorthNothingOnceThereAreUsers() throws Exception {
        assertThat(served.get("/api/v1/site").statusCode()).isEqualTo(401);
        HttpResponse<String> token = served.send(served.request("/?token=" + served.access.browserToken()));
        assertThat(token.statusCode()).isEqualTo(401);
        assertThat(Served.json(token).path("detail").asText()).contains("name and password");
        Room another = new Room(1, 1);
        WebAccess configured = WebAccess.withBearer("0123456789abcdefghij");
        try (Served withToken = new Served(another, WebLimits.NORMAL, configured)) {
            assertThat(withToken.get("/api/v1/site").statusCode()).isEqualTo(200);
            another.people.session("eva", Role.ADMIN);
            assertThat(withToken.get("/api/v1/site").statusCode()).as("the token of the site file").isEqualTo(200);
        }
    }

    @Test
    void theFirstAdministratorEndsTheSessionOfTheConsole() throws Exception {
        Room fresh = new Room(1, 1);
        try (Served unclaimed = new Served(fresh)) {
            HttpResponse<String> in = unclaimed.send(unclaimed.request("/?token=" + unclaimed.access.browserToken()));
            String cookie = cookie(in);
            assertThat(unclaimed.send(unclaimed.request("/api/v1/access/state").header("Cookie", cookie)).body())
                    .contains("\"claimed\":false", "\"kind\":\"CONSOLE\",\"user\":\"console\",\"role\":\"admin\"");
            String claim = "{\"code\":\"%s\",\"user\":\"eva\",\"password\":\"a long password\"}";
            for (List<String> attempt : List.of(List.of("WRON-GONE", "400"), List.of("ABCD-EFGH", "200"),
                    List.of("ABCD-EFGH", "400"))) {
                HttpResponse<String> answer = unclaimed.send(unclaimed.request("/api/v1/access/claim")
                        .header("Origin", "http://127.0.0.1:" + unclaimed.port)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(String.format(claim, attempt.get(0)))));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(attempt.get(1)));
            }
            assertThat(unclaimed.send(unclaimed.request("/api/v1/site").header("Cookie", cookie)).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatNeedsASecondPersonIsAcceptedAndWaits() {
        String eva = Served.json(signIn(EVA)).path("csrf").asText();
        HttpResponse<String> in = signIn(EVA);
        String csrf = Served.json(in).path("csrf").asText();
        assertThat(eva).isNotEqualTo(csrf);
        assertThat(post("/api/v1/approvals/policy", cookie(in), csrf, "{\"verbs\":[\"BLINK\"]}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> waits = post(BLINK, cookie(in), csrf, "{\"address\":7}");
        assertThat(waits.statusCode()).isEqualTo(202);
        assertThat(waits.headers().firstValue("Location")).hasValue("/api/v1/approvals");
        assertThat(room.desk.asked).isEmpty();
        HttpResponse<String> own = post("/api/v1/approvals/1/approve", cookie(in), csrf, "{}");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(Served.json(own).path("detail").asText()).contains("it takes another person");
        String adam = room.people.session("adam", Role.OPERATE);
        HttpResponse<String> done = post("/api/v1/approvals/1/approve", "evenfloat-" + served.port + "=" + adam,
                SessionCookie.token(adam), "{}");
        assertThat(done.body()).contains("\"who\":\"eva\"", "\"state\":\"DONE\",\"by\":\"adam\"");
        assertThat(room.desk.asked).containsExactly("blink L1 7 30");
        assertThat(post("/api/v1/approvals/1/approve", cookie(in), csrf, "{}").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/approvals/policy", cookie(in), csrf, "{\"verbs\":[\"READ_LOG\",7]}").body())
                .contains("verbs[0]: \\\"READ_LOG\\\" - ", "verbs[1]: 7 - ");
    }
}
