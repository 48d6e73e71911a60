// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.javalin.http.HandlerType;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation that changes something or that not everybody may read, as the code lists them, tried by nobody, by
 * somebody whose role is just too low, and by somebody whose role is just enough; behind the real guard.
 */
class WriteEndpointsTest {

    private static List<Route> routes() {
        Room room = new Room(2, 4);
        try (ImageFeed feed = new ImageFeed(room, room, room.alarms.news(room), WebLimits.NORMAL, () -> {})) {
            return room.api().routes(
                    feed, endPoint -> {}, new Doorman(WebAccess.random(), room.people, true), WebLimits.NORMAL);
        }
    }

    private static Stream<Route> guarded() {
        return routes().stream()
                .filter(route -> !route.open() && (route.method() != HandlerType.GET || route.verb().isPresent()));
    }

    private static String name(Route route) {
        return route.method().name() + " " + route.path();
    }

    @Test
    void onlyComingInIsOpen() {
        assertThat(routes().stream().filter(Route::open).map(WriteEndpointsTest::name)).containsExactlyInAnyOrder(
                "GET /", "GET /ui/{name}", "GET /api/v1/health", "GET /api/v1/access/state",
                "GET /api/v1/access/oidc/begin", "GET /api/v1/access/oidc/callback",
                "POST /api/v1/access/sign-in", "POST /api/v1/access/claim");
    }

    @Test
    void everyOperationThatChangesSomethingNamesItsVerbAndHasAnExample() {
        assertThat(guarded().filter(route -> route.verb().isEmpty()).map(WriteEndpointsTest::name)).isEmpty();
        Set<String> guarded = guarded().map(WriteEndpointsTest::name).collect(Collectors.toSet());
        assertThat(new TreeSet<>(guarded))
                .hasSizeGreaterThan(30)
                .isEqualTo(new TreeSet<>(WriteEndpoint.EXAMPLES.keySet()));
    }

    @Test
    void nothingButWhatIsOpenIsReadByNobody() throws Exception {
        Room room = new Room(1, 2);
        room.people.session("eva", Role.ADMIN);
        try (Served served = new Served(room)) {
            for (Route route : routes()) {
                if (!route.open() && route.method() == HandlerType.GET) {
                    String path = route.path().replaceAll("\\{[^}]+}", "A1");
                    assertThat(served.send(served.request(path)).statusCode()).as(path).isEqualTo(401);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachIsTriedWithoutWithTooLittleAndWithEnough() {
        return guarded().flatMap(route -> WriteEndpoint.EXAMPLES.getOrDefault(name(route), List.of()).stream()
                .map(example -> dynamicTest(
                        name(route) + " " + (example.body() == null ? "" : example.body()), () -> tried(route, example))));
    }

    private static void tried(Route route, WriteEndpoint example) throws Exception {
        Role least = route.verb().orElseThrow().least();
        Room room = new Room(2, 4);
        String other = room.people.session("other", Role.OPERATE);
        room.people.session("boss", Role.ADMIN);
        example.before().accept(room);
        try (Served served = new Served(room)) {
            String state = state(room);
            assertThat(send(served, example, other, Map.of()).statusCode()).as("nobody").isEqualTo(401);
            assertThat(send(served, example, other, Map.of("Cookie", "evenfloat-" + served.port + "=made-up"))
                    .statusCode()).as("a session that is none").isEqualTo(401);
            assertThat(send(served, example, other, Map.of("Authorization", "Bearer made-up")).statusCode())
                    .as("a token that is none").isEqualTo(401);
            assertThat(state(room)).isEqualTo(state);
            if (least != Role.VIEW) {
                tooLittle(served, example, other, Role.values()[least.ordinal() - 1], least);
            } else {
                program(served, example, other);
            }
            enough(served, example, other, least);
        }
    }

    private static void tooLittle(Served served, WriteEndpoint example, String other, Role role, Role least) {
        String session = served.room.people.session("low", role);
        String state = state(served.room);
        HttpResponse<String> refused = send(served, example, other, person(served, session));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(Served.json(refused).path("detail").asText()).contains("low", "role " + least.word());
        assertThat(state(served.room)).isEqualTo(state);
        AuditEntry last = served.room.people.audit.get(served.room.people.audit.size() - 1);
        assertThat(last.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(last.who()).isEqualTo("low");
    }

    /** What everybody may do about himself is nothing for programs. */
    private static void program(Served served, WriteEndpoint example, String other) {
        String token = served.room.people.token("program", Grants.of(Role.OPERATE));
        String state = state(served.room);
        HttpResponse<String> refused = send(served, example, other, Map.of("Authorization", "Bearer " + token));
        assertThat(refused.statusCode()).as(refused.body()).isIn(403, 409);
        assertThat(state(served.room)).isEqualTo(state);
    }

    private static void enough(Served served, WriteEndpoint example, String other, Role least) {
        String session = served.room.people.session("enough", least);
        String state = state(served.room);
        HttpResponse<String> done = send(served, example, other, person(served, session));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(example.byTwo() ? 202 : 200);
        if (example.body() != null) {
            assertThat(state(served.room)).as("it has an effect").isNotEqualTo(state);
        }
    }

    private static Map<String, String> person(Served served, String session) {
        return Map.of("Cookie", "evenfloat-" + served.port + "=" + session, "X-Evenfloat-CSRF",
                SessionCookie.token(session), "Origin", "http://127.0.0.1:" + served.port);
    }

    private static HttpResponse<String> send(
            Served served, WriteEndpoint example, String other, Map<String, String> headers) {
        String own = headers.getOrDefault("Cookie", other);
        HttpRequest.Builder request = served.request("/api/v1" + example.path()
                .replace("{other}", People.id(other))
                .replace("{own}", People.id(own.contains("session-") ? own.substring(own.indexOf("session-")) : other)));
        headers.forEach(request::header);
        return served.send(example.body() == null ? request
                : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(example.body())));
    }

    /** Everything behind that an operation could have changed. */
    private static String state(Room room) {
        People people = room.people;
        return String.join("\n", String.valueOf(room.answers), String.valueOf(room.questions),
                String.valueOf(room.desk.asked), String.valueOf(room.settings.asked), room.alarms.state(),
                String.valueOf(room.questionsAboutRanges), String.valueOf(room.protection.asked),
                String.valueOf(new TreeMap<>(people.users)),
                String.valueOf(people.users.values().stream().map(each -> each.passwordHash()).sorted().toList()),
                String.valueOf(new TreeMap<>(people.tokens)), String.valueOf(new TreeMap<>(people.sessions)),
                String.valueOf(new TreeSet<>(people.needSecond)), String.valueOf(new TreeSet<>(people.changedOwn)),
                String.valueOf(people.approvals.requests()));
    }

    @Test
    void aRoleForOneStringCountsThereAndNowhereElse() throws Exception {
        Room room = new Room(2, 4);
        String session = room.people.session("eva", Role.VIEW);
        room.people.grant(Actor.server(), "eva", new Grants(Role.VIEW, Map.of("A1", Role.SERVICE)));
        try (Served served = new Served(room)) {
            WriteEndpoint there = new WriteEndpoint("/blocks/A1-1/calibration", "{\"reset\":true}", none -> {});
            WriteEndpoint elsewhere = new WriteEndpoint("/blocks/A2-1/calibration", "{\"reset\":true}", none -> {});
            WriteEndpoint line = new WriteEndpoint("/lines/L1/work", "{\"kind\":\"scan\"}", none -> {});
            assertThat(send(served, there, session, person(served, session)).statusCode()).isEqualTo(200);
            assertThat(send(served, elsewhere, session, person(served, session)).statusCode()).isEqualTo(403);
            assertThat(send(served, line, session, person(served, session)).statusCode())
                    .as("its modules belong to both strings").isEqualTo(403);
        }
    }
}
