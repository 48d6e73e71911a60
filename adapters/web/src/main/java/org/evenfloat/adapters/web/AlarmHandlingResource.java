// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.domain.access.Verb;

/** What people do about alarms. */
final class AlarmHandlingResource {

    private static final String ALARMS = "{\"alarms\": [\"block-voltage-low-alarm/A1-17\"]";
    private static final long MINUTE_MILLIS = 60_000;

    private final ViewAlarms view;
    private final HandleAlarms handle;
    private final int bodyBytes;

    AlarmHandlingResource(AlarmAccess alarms, int bodyBytes) {
        this.view = alarms.view();
        this.handle = alarms.handle();
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        String path = AlarmsResource.PATH;
        return List.of(
                Route.post(path + "/acknowledge", Verb.ACKNOWLEDGE_ALARMS, this::acknowledge),
                Route.post(path + "/reset", Verb.ACKNOWLEDGE_ALARMS, this::reset),
                Route.post(path + "/shelve", Verb.SHELVE_ALARMS, this::shelve),
                Route.post(path + "/unshelve", Verb.SHELVE_ALARMS, this::unshelve),
                Route.post(path + "/out-of-service", Verb.OUT_OF_SERVICE, this::takeOutOfService),
                Route.post(path + "/in-service", Verb.OUT_OF_SERVICE, this::returnToService),
                Route.post(path + "/mute", Verb.ACKNOWLEDGE_ALARMS, this::mute));
    }

    private JsonBody body(Context context, Query query, String more) throws IOException {
        return JsonBody.of(context, query, bodyBytes, ALARMS + more + "}");
    }

    private static List<String> ids(JsonBody body) {
        return body.texts("alarms", HandleAlarms.MOST, id -> !id.isEmpty(), "ids of alarms, DEFINITION/SUBJECT");
    }

    private static String comment(JsonBody body) {
        return body.has("comment") ? text(body, "comment") : "";
    }

    private static String text(JsonBody body, String name) {
        return body.text(name, "(?s).*", "a text of at most " + HandleAlarms.LONGEST_COMMENT + " characters");
    }

    private void acknowledge(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, ", \"comment\": \"on its way\"");
        List<String> ids = ids(body);
        String comment = comment(body);
        check(body, query);
        answer(context, handle.acknowledge(Who.asks(context), ids, comment));
    }

    private void reset(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, ", \"comment\": \"replaced\"");
        List<String> ids = ids(body);
        String comment = comment(body);
        check(body, query);
        answer(context, handle.reset(Who.asks(context), ids, comment));
    }

    private void shelve(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, ", \"minutes\": 60, \"reason\": \"module is being replaced\"");
        List<String> ids = ids(body);
        int minutes = body.whole("minutes", 1, (int) (HandleAlarms.LONGEST_SHELF_MILLIS / MINUTE_MILLIS), null);
        String reason = text(body, "reason");
        check(body, query);
        answer(context, handle.shelve(Who.asks(context), ids, minutes * MINUTE_MILLIS, reason));
    }

    private void unshelve(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, "");
        List<String> ids = ids(body);
        check(body, query);
        answer(context, handle.unshelve(Who.asks(context), ids));
    }

    private void takeOutOfService(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, ", \"reason\": \"work order 4711\"");
        List<String> ids = ids(body);
        String reason = text(body, "reason");
        check(body, query);
        answer(context, handle.takeOutOfService(Who.asks(context), ids, reason));
    }

    private void returnToService(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, "");
        List<String> ids = ids(body);
        check(body, query);
        answer(context, handle.returnToService(Who.asks(context), ids));
    }

    private void mute(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{}");
        check(body, query);
        answer(context, handle.mute(Who.asks(context)));
    }

    private static void check(JsonBody body, Query query) {
        body.finish();
        query.check();
    }

    private void answer(Context context, List<String> problems) {
        if (problems.equals(List.of(HandleAlarms.NOT_KEPT))) {
            throw new Refused(503, "It is done, but cannot be kept over a restart: the disk does not take it. The log says"
                    + " what is wrong.");
        }
        if (!problems.isEmpty()) {
            throw Refused.badRequest(problems);
        }
        long version = view.version();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeNumberField("version", version);
            json.writeEndObject();
        });
    }
}
