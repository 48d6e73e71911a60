// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.application.port.in.AnswerReplacement.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in. */
class AccessTest {

    private final Room room = new Room(1, 2);
    private Served served;

    @BeforeEach
    void start() throws Exception {
        room.questions.add(new Question("A1-2", "0000BEEF", "0000CAFE", Room.NOW));
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String signIn() {
        HttpResponse<String> response = served.send(served.request("/?token=" + served.access.browserToken()));
        assertThat(response.statusCode()).isEqualTo(303);
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private String csrf(String cookie) {
        return Served.json(served.send(served.request("/api/v1/access/state").header("Cookie", cookie)))
                .path("csrf").asText();
    }

    private int postWithCookie(String cookie, String origin) {
        var request = served.request("/api/v1/replacements/A1-2")
                .header("Cookie", cookie)
                .header("X-Evenfloat-CSRF", csrf(cookie))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"replaced\":\"module\"}"));
        return served.send(origin == null ? request : request.header("Origin", origin)).statusCode();
    }

    @Test
    void letsNobodyInWithoutATokenAndSaysHowToGetIn() {
        for (String path : List.of(
                "/api/v1/site", "/api/v1/strings", "/api/v1/strings/A1/image", "/api/v1/blocks/A1-1/history",
                "/api/v1/events", "/api/v1/stream", "/api/v1/replacements", "/api/v1/openapi.json", "/api/v1/health/",
                "/api/v1//health", "/nothing", "/ui/../api/v1/site", "/ui/%2e%2e/api/v1/site",
                "/api/v1/access/state/", "/api/v1/access/sign-in", "/api/v1/users", "/api/v1/approvals",
                "/api/v1/site?token=" + served.access.browserToken(),
                "/api/v1/site?token=" + served.access.bearerToken())) {
            HttpResponse<String> response = served.send(served.request(path));
            assertThat(response.statusCode()).as(path).isIn(400, 401);
            assertThat(response.body()).as(path).doesNotContain("A1");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        HttpResponse<String> response = served.send(served.request("/api/v1/site"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"evenfloat\"");
        assertThat(Served.json(response).path("detail").asText()).contains("Authorization: Bearer");
    }

    @Test
    void refusesAWriteWithoutATokenBeforeReadingIt() {
        HttpResponse<String> response = served.send(served.request("/api/v1/health")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(room.answers).isEmpty();
    }

    @Test
    void refusesWrongTokens() {
        String right = served.access.bearerToken();
        for (String value : List.of(
                "Bearer", "Bearer ", "Bearer x", "Basic " + right, right, "Bearer " + served.access.browserToken(),
                "Bearer " + right + "x", "Bearer " + right.substring(1))) {
            HttpResponse<String> response =
                    served.send(served.request("/api/v1/strings").header("Authorization", value));
            assertThat(response.statusCode()).as(value).isEqualTo(401);
        }
        assertThat(served.get("/api/v1/strings").statusCode()).isEqualTo(200);
    }

    @Test
    void readsATokenLetterByLetterWhateverCameBeforeOnItsConnection() throws Exception {
        WebAccess access = WebAccess.withBearer("Xy-A-token-of-a-script");
        try (Served known = new Served(room, WebLimits.NORMAL, access)) {
            var wrong = known.request("/api/v1/strings").header("Authorization", "Bearer x");
            assertThat(known.send(wrong).statusCode()).isEqualTo(401);
            assertThat(known.get("/api/v1/strings").statusCode()).isEqualTo(200);
            var otherCase = known.request("/api/v1/strings")
                    .header("Authorization", "Bearer " + access.bearerToken().toUpperCase(Locale.ROOT));
            assertThat(known.send(otherCase).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void exchangesTheTokenInTheAddressForACookieOnce() {
        HttpResponse<String> first = served.send(served.request("/?token=" + served.access.browserToken()));
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).hasValue("/");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("evenfloat-" + served.port + "=")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain(served.access.browserToken(), served.access.bearerToken());

        HttpResponse<String> second = served.send(served.request("/?token=" + served.access.browserToken()));
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(Served.json(second).path("detail").asText()).contains("works once");

        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(served.send(served.request("/").header("Cookie", pair)).statusCode()).isEqualTo(200);
        assertThat(served.send(served.request("/api/v1/site").header("Cookie", pair)).statusCode()).isEqualTo(200);
        assertThat(served.send(served.request("/api/v1/site").header("Cookie", pair + "x")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> bookmark = served.send(served.request("/?token=old").header("Cookie", pair));
        assertThat(bookmark.statusCode()).isEqualTo(303);
    }

    @Test
    void takesNeitherBearerTokenNorHeadRequestForTheExchange() {
        assertThat(served.send(served.request("/?token=" + served.access.bearerToken())).statusCode()).isEqualTo(401);
        var head = served.request("/?token=" + served.access.browserToken())
                .method("HEAD", BodyPublishers.noBody());
        assertThat(served.send(head).statusCode()).isEqualTo(401);
        assertThat(signIn()).isNotEmpty();
    }

    @Test
    void aWriteWithACookieHasToComeFromTheOwnPage() {
        String cookie = signIn();
        assertThat(postWithCookie(cookie, null)).isEqualTo(403);
        assertThat(postWithCookie(cookie, "http://127.0.0.1:1")).isEqualTo(403);
        assertThat(postWithCookie(cookie, "null")).isEqualTo(403);
        assertThat(postWithCookie(cookie, "https://evil.example")).isEqualTo(403);
        assertThat(room.answers).isEmpty();
        assertThat(postWithCookie(cookie, "http://127.0.0.1:" + served.port)).isEqualTo(200);
        assertThat(room.answers).containsExactly("A1-2 MODULE");
    }

    @Test
    void showsAPageThatNeedsNothingFromElsewhere() {
        HttpResponse<String> page = served.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("https://", " style=", "onclick", "@").contains("width=device-width");
        Matcher parts = Pattern.compile("(?:src|href)=\"(/ui/[^\"]+)\"").matcher(page.body());
        int found = 0;
        for (; parts.find(); found++) {
            HttpResponse<String> part = served.get(parts.group(1));
            assertThat(part.statusCode()).as(parts.group(1)).isEqualTo(200);
            assertThat(part.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
            assertThat(part.body()).doesNotContain("https://cdn", "eval(");
        }
        assertThat(found).as("script and style").isEqualTo(2);
        assertThat(served.get("/ui/app-OLD.js").statusCode()).isEqualTo(404);
        assertThat(served.get("/ui/index.html").statusCode()).isEqualTo(404);
    }
}
