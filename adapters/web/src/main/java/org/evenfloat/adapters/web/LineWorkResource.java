// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.in.WorkOnLines;
import org.evenfloat.application.port.in.WorkOnLines.Outcome;
import org.evenfloat.application.port.in.WorkOnLines.Verdict;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.topology.ModuleAddress;

/** Commissioning and service on a line: what takes its time, and the two things that do not. */
final class LineWorkResource {

    private static final String LINE = Route.BASE + "/lines/{lineId}";
    private static final int USUAL_ROUNDS = 10;
    private static final int USUAL_BLINK_SECONDS = 30;
    private static final int MOST_BLINK_SECONDS = 255;
    private static final String KINDS = "\"scan\", \"line-check\", \"addressing\" or \"reset-addresses\"";

    private final WorkOnLines work;
    private final ViewStrings strings;
    private final int bodyBytes;

    LineWorkResource(WorkOnLines work, ViewStrings strings, int bodyBytes) {
        this.work = work;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(LINE + "/work", this::present),
                Route.post(LINE + "/work", Verb.WORK_ON_LINE, this::start),
                Route.post(LINE + "/work/stop", Verb.STOP_LINE_WORK, this::stop),
                Route.post(LINE + "/blink", Verb.BLINK, this::blink),
                Route.post(LINE + "/assign", Verb.ADDRESS_MODULES, this::assign));
    }

    private String line(Context context, Query query) {
        String line = context.pathParam("lineId");
        query.check(strings.site().lines().contains(line), "line", line, "id of a line of the site");
        return line;
    }

    private void present(Context context) {
        answer(context, line(context, new Query(context)));
    }

    private void answer(Context context, String line) {
        ZoneId zone = strings.site().timeZone();
        Optional<LineWorkReport> report = work.work(line);
        Json.answer(context, json -> LineWorkJson.write(json, line, report, zone));
    }

    private void start(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"kind\": " + KINDS + "}");
        LineOrder order = order(body, query);
        body.finish();
        String line = line(context, query);
        require(work.start(Who.asks(context), line, order));
        answer(context, line);
    }

    private static LineOrder order(JsonBody body, Query query) {
        switch (body.text("kind", "scan|line-check|addressing|reset-addresses", KINDS)) {
            case "line-check":
                return new LineOrder.Check(body.whole("rounds", 1, LineOrder.MAX_ROUNDS, USUAL_ROUNDS));
            case "addressing":
                return addressing(body, query);
            case "reset-addresses":
                body.text("confirm", "RESET", "\"RESET\", to really take the address from every device on the line");
                return new LineOrder.Reset();
            default:
                return new LineOrder.Scan();
        }
    }

    private static LineOrder addressing(JsonBody body, Query query) {
        boolean first = body.has("firstAddress");
        boolean last = body.has("lastAddress");
        if (!first && !last) {
            return new LineOrder.Addressing(0, 0);
        }
        int from = body.whole("firstAddress", 1, ModuleAddress.MAX, null);
        int to = body.whole("lastAddress", 1, ModuleAddress.MAX, null);
        if (first && last && to < from) {
            query.wrong("lastAddress", String.valueOf(to), "not below firstAddress, " + from);
        }
        return new LineOrder.Addressing(from, to);
    }

    private void stop(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody.of(context, query, bodyBytes, "{}").finish();
        String line = line(context, query);
        work.stop(Who.asks(context), line);
        answer(context, line);
    }

    private void blink(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"address\": 7, \"seconds\": 30}");
        int address = body.whole("address", 1, ModuleAddress.MAX, null);
        int seconds = body.whole("seconds", 0, MOST_BLINK_SECONDS, USUAL_BLINK_SECONDS);
        body.finish();
        String line = line(context, query);
        Outcome outcome = require(work.blink(Who.asks(context), line, address, seconds));
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("line", line);
            json.writeNumberField("address", address);
            json.writeNumberField("seconds", seconds);
            json.writeStringField("text", outcome.sentence());
            json.writeEndObject();
        });
    }

    private void assign(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"serial\": \"2A000007\", \"address\": 7}");
        String serial = body.text(
                "serial", "[0-9A-Fa-f]{1,8}", "up to eight hexadecimal digits, as printed on the module");
        int address = body.whole("address", 0, ModuleAddress.MAX, null);
        body.finish();
        String line = line(context, query);
        long number = Long.parseLong(serial, 16);
        Outcome outcome = require(work.assign(Who.asks(context), line, number, address));
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("line", line);
            json.writeStringField("serial", String.format("%08X", number));
            json.writeNumberField("address", address);
            json.writeStringField("text", outcome.sentence());
            json.writeEndObject();
        });
    }

    private static Outcome require(Outcome outcome) {
        if (outcome.verdict() == Verdict.DONE) {
            return outcome;
        }
        throw new Refused(outcome.verdict() == Verdict.REFUSED ? 409 : 503, outcome.sentence());
    }
}
