// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.port.in.AnswerReplacement.Question;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/**
 * A request that an operation takes, for the test that tries all of them.
 *
 * @param path path with its parameters filled in
 * @param body what is sent; null for a GET
 * @param before what has to be there first
 */
record WriteEndpoint(String path, String body, Consumer<Room> before) {

    private static final String ROLE = "\"role\":\"operate\"";
    private static final String WORD = "{\"password\":\"another password\"}";

    private static final String NAME = "{\"site.name\":\"Hall 3\"}";
    private static final String WHY = "\"why\":\"test\"";
    private static final String REASON = "\"reason\":\"test\"";
    private static final String YAML = "\"yaml\":\"evenfloat-settings: 1\\nsettings:\\n  site.name: Hall 3\\n\"";

    /** By method and path of the operation, as the routes name them. */
    static final Map<String, List<WriteEndpoint>> EXAMPLES = Map.ofEntries(
            of("GET", "/system/log", "/system/log", null),
            of("GET", "/system/support-bundle", "/system/support-bundle", null),
            of("GET", "/audit", "/audit", null), of("GET", "/audit/check", "/audit/check", null),
            of("GET", "/audit/export", "/audit/export", null),
            Map.entry("POST /api/v1/lines/{lineId}/work", List.of(
                    post("/lines/L1/work", "{\"kind\":\"scan\"}"), post("/lines/L1/work", "{\"kind\":\"line-check\"}"),
                    post("/lines/L1/work", "{\"kind\":\"addressing\"}"),
                    post("/lines/L1/work", "{\"kind\":\"reset-addresses\",\"confirm\":\"RESET\"}"))),
            of("POST", "/lines/{lineId}/work/stop", "/lines/L1/work/stop", "{}"),
            of("POST", "/lines/{lineId}/blink", "/lines/L1/blink", "{\"address\":7}"),
            of("POST", "/lines/{lineId}/assign", "/lines/L1/assign", "{\"serial\":\"7\",\"address\":7}"),
            Map.entry("POST /api/v1/blocks/{blockId}/calibration", List.of(
                    post("/blocks/A1-1/calibration", "{\"reset\":true}"),
                    post("/blocks/A1-1/calibration",
                            "{\"temperature\":{\"shownCentidegrees\":2530,\"trueCentidegrees\":2500}}"))),
            with("POST", "/replacements/{blockId}", "/replacements/A1-2", "{\"replaced\":\"block\"}",
                    room -> room.questions.add(new Question("A1-2", "0000BEEF", "0000CAFE", Room.NOW))),
            of("POST", "/alarms/backtest", "/alarms/backtest",
                    "{\"definition\":\"block-voltage-low-warning\",\"string\":\"A1\"}"),
            of("POST", "/settings/check", "/settings/check", "{\"changes\":" + NAME + "}"),
            of("POST", "/settings/apply", "/settings/apply",
                    "{\"version\":7,\"changes\":" + NAME + "," + WHY + "}"),
            of("POST", "/settings/roll-back", "/settings/roll-back", "{\"version\":7,\"to\":0," + WHY + "}"),
            of("POST", "/settings/import/check", "/settings/import/check", "{" + YAML + "}"),
            of("POST", "/settings/import", "/settings/import", "{\"version\":7," + YAML + "," + WHY + "}"),
            alarms("acknowledge", "", room -> room.alarms.raise(AlarmRoom.LOW, 12_210, 12_600)),
            Map.entry("POST /api/v1/alarms/reset", List.of(new WriteEndpoint(
                    "/alarms/reset", "{\"alarms\":[\"" + AlarmRoom.WEAK + "\"]}", room -> room.alarms.latched()))),
            alarms("shelve", ",\"minutes\":60,\"reason\":\"test\"", room -> {}),
            alarms("unshelve", "", room -> room.alarms.shelved()),
            alarms("out-of-service", ",\"reason\":\"test\"", room -> {}),
            alarms("in-service", "", room -> room.alarms.outOfService()),
            with("POST", "/alarms/mute", "/alarms/mute", "{}",
                    room -> room.alarms.raise(AlarmRoom.LOW, 12_210, 12_600)),
            breaker("trip", "{\"confirm\":\"Q1\"," + REASON + "}"),
            breaker("veto", "{\"minutes\":10," + REASON + "}"), breaker("release", "{" + REASON + "}"),
            breaker("arm", "{\"seen\":1," + REASON + "}"), breaker("shadow", "{" + REASON + "}"),
            breaker("disarm", "{" + REASON + "}"), breaker("prove", "{\"confirm\":\"Q1\"}"),
            breaker("saw", "{\"opened\":true}"), breaker("abandon", "{}"),
            of("POST", "/protection/strings/{id}/learn-anew", "/protection/strings/A1/learn-anew", "{" + REASON + "}"),
            of("GET", "/protection/black-boxes/{name}", "/protection/black-boxes/A1-2025-11-22.zip", null),
            of("POST", "/access/sign-out", "/access/sign-out", "{}"),
            of("POST", "/access/password", "/access/password", "{\"old\":\"a\",\"new\":\"b\"}"),
            of("POST", "/access/second-factor/begin", "/access/second-factor/begin", "{}"),
            of("POST", "/access/second-factor/confirm", "/access/second-factor/confirm", "{\"code\":\"123456\"}"),
            of("POST", "/access/second-factor/drop", "/access/second-factor/drop", "{\"password\":\"a\"}"),
            of("GET", "/access/sessions", "/access/sessions", null),
            of("POST", "/access/sessions/{id}/end", "/access/sessions/{own}/end", "{}"),
            of("GET", "/sessions", "/sessions", null),
            of("POST", "/sessions/{id}/end", "/sessions/{other}/end", "{}"),
            of("GET", "/users", "/users", null),
            of("POST", "/users", "/users", "{\"name\":\"new\"," + ROLE + ",\"password\":\"a long password\"}"),
            of("POST", "/users/{name}/grant", "/users/other/grant", "{\"role\":\"service\"}"),
            of("POST", "/users/{name}/disable", "/users/other/disable", "{}"),
            with("POST", "/users/{name}/enable", "/users/away/enable", "{}",
                    room -> room.people.away("away")),
            of("POST", "/users/{name}/password", "/users/other/password", WORD),
            of("POST", "/users/{name}/remove", "/users/other/remove", "{}"),
            of("GET", "/tokens", "/tokens", null),
            of("POST", "/tokens", "/tokens", "{\"name\":\"new\"," + ROLE + ",\"days\":30}"),
            with("POST", "/tokens/{name}/remove", "/tokens/scada/remove", "{}",
                    room -> room.people.token("scada", Grants.of(Role.VIEW))),
            of("GET", "/approvals/policy", "/approvals/policy", null),
            of("POST", "/approvals/policy", "/approvals/policy", "{\"verbs\":[\"BLINK\"]}"),
            with("POST", "/approvals/{id}/approve", "/approvals/1/approve", "{}", WriteEndpoint::request),
            with("POST", "/approvals/{id}/refuse", "/approvals/1/refuse", "{}", WriteEndpoint::request));

    /** Whether it waits for a second person, whatever the policy says. */
    boolean byTwo() {
        return path.endsWith("/release");
    }

    private static WriteEndpoint post(String path, String body) {
        return new WriteEndpoint(path, body, room -> {});
    }

    private static Map.Entry<String, List<WriteEndpoint>> breaker(String what, String body) {
        return of("POST", "/protection/breakers/{id}/" + what, "/protection/breakers/Q1/" + what, body);
    }

    private static Map.Entry<String, List<WriteEndpoint>> alarms(String what, String more, Consumer<Room> before) {
        return with("POST", "/alarms/" + what, "/alarms/" + what,
                "{\"alarms\":[\"" + AlarmRoom.LOW + "\"]" + more + "}", before);
    }

    private static Map.Entry<String, List<WriteEndpoint>> of(String method, String path, String filled, String body) {
        return with(method, path, filled, body, room -> {});
    }

    private static Map.Entry<String, List<WriteEndpoint>> with(
            String method, String path, String filled, String body, Consumer<Room> before) {
        return Map.entry(method + " /api/v1" + path, List.of(new WriteEndpoint(filled, body, before)));
    }

    /** Somebody else wants to let a module blink, and needs a second person. */
    private static void request(Room room) {
        room.people.needSecond.add(Verb.BLINK);
        Actor other = new Actor(Actor.Kind.PERSON, "other", "web 10.0.0.7", Grants.of(Role.OPERATE));
        try {
            room.people.guard.perform(other, Verb.BLINK, Target.of("line", "L1"), "address 7", () -> {
                room.desk.asked.add("approved");
                return "done";
            }, Deed::done);
        } catch (WaitsForApproval waits) {
            return;
        }
        throw new AssertionError("it did not wait");
    }
}
