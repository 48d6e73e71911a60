// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.evenfloat.application.access.GuardedBackTest;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.alarm.LimitPart;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.text.NearestWord;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** Tries limits on the history; changes nothing. */
final class BackTestResource {

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int USUAL_DAYS = 30;
    private static final String EXAMPLE =
            "{\"definition\": \"block-voltage-low-warning\", \"string\": \"A1\", \"limit\": \"13.2 V\", \"days\": 30}";

    private final GuardedBackTest backTest;
    private final ViewStrings strings;
    private final ViewHealth health;
    private final int bodyBytes;

    /** One at a time: each reads much of the history. */
    private final Semaphore places = new Semaphore(1);

    BackTestResource(GuardedBackTest backTest, ViewStrings strings, ViewHealth health, int bodyBytes) {
        this.backTest = backTest;
        this.strings = strings;
        this.health = health;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(Route.post(Route.BASE + "/alarms/backtest", Verb.CHANGE_SETTINGS, this::test));
    }

    private void test(Context context) throws IOException, HistoryFailure {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, EXAMPLE);
        Optional<AlarmDefinition> row = row(body, query);
        Optional<String> block = body.has("block")
                ? Optional.of(body.text("block", ".*", "id of a block")) : Optional.empty();
        Optional<BatteryString> string = string(body, query, block);
        AlarmOverride wanted = row.map(each -> wanted(body, query, each)).orElse(AlarmOverride.NONE);
        int days = body.whole("days", 1, BackTest.MOST_DAYS, USUAL_DAYS);
        body.finish();
        query.check();
        long to = health.health().nowMillis();
        BackTest.Question question = new BackTest.Question(
                row.orElseThrow(), string.orElseThrow(), block, wanted, to - days * DAY_MILLIS, to);
        if (!places.tryAcquire()) {
            context.header("Retry-After", "30");
            throw new Refused(503, "Limits are being tried on the history already. Ask again in a while.");
        }
        try {
            BackTest.Answer answer = backTest.answer(Who.asks(context), question);
            ZoneId zone = strings.site().timeZone();
            Json.answer(context, json -> write(json, question, answer, zone));
        } finally {
            places.release();
        }
    }

    private static Optional<AlarmDefinition> row(JsonBody body, Query query) {
        List<String> can = AlarmTable.all().stream().filter(BackTest::can).map(AlarmDefinition::id).toList();
        int wrong = query.wrongSoFar();
        String id = body.text("definition", ".*", "id of an alarm");
        Optional<AlarmDefinition> row = AlarmTable.find(id);
        if (query.wrongSoFar() == wrong && row.filter(BackTest::can).isEmpty()) {
            query.wrong("definition", row.isPresent() ? id + " (not in the history)" : id,
                    NearestWord.list(id, can));
        }
        return row.filter(BackTest::can);
    }

    private Optional<BatteryString> string(JsonBody body, Query query, Optional<String> block) {
        Site site = strings.site();
        if (body.has("string") == block.isPresent()) {
            query.wrong("string, block", block.isPresent() ? "both" : "nothing", "one of both");
            return Optional.empty();
        }
        String id = block.orElseGet(() -> body.text("string", ".*", "id of a string"));
        Optional<BatteryString> string = block.isEmpty() ? site.string(id) : site.strings()
                .filter(each -> each.blocks().stream().anyMatch(one -> one.id().equals(id))).findFirst();
        String where = block.isPresent() ? "block" : "string";
        if (string.isEmpty()) {
            query.wrong(where, id, "id of a " + where + " of the site");
        } else if (string.get().size() > BackTest.MOST_BLOCKS) {
            query.wrong(where, id + ", " + string.get().size() + " blocks",
                    "a string of at most " + BackTest.MOST_BLOCKS + " blocks");
        }
        return string;
    }

    /** Whoever gives a limit wants somebody to look at it, too. */
    private static AlarmOverride wanted(JsonBody body, Query query, AlarmDefinition row) {
        AlarmOverride wanted = LimitPart.STATE.with(row, AlarmOverride.NONE, SettingKind.OnOff.ON);
        for (LimitPart part : List.of(LimitPart.LIMIT, LimitPart.DEADBAND, LimitPart.ON_DELAY, LimitPart.OFF_DELAY)) {
            String name = AlarmLimitsResource.name(part);
            if (body.has(name)) {
                String given = body.text(name, ".+", part.kind(row).allowed(""));
                Optional<String> canonical = part.kind(row).canonical(given);
                if (canonical.isPresent()) {
                    wanted = part.with(row, wanted, canonical.get());
                } else if (!given.isEmpty()) {
                    query.wrong(name, given, part.kind(row).allowed(given));
                }
            }
        }
        return wanted;
    }

    private static void write(JsonGenerator json, BackTest.Question question, BackTest.Answer answer, ZoneId zone)
            throws IOException {
        Dimension dimension = question.definition().signal().dimension().orElseThrow();
        json.writeStartObject();
        json.writeNumberField("fromMillis", question.fromMillis());
        json.writeNumberField("toMillis", question.toMillis());
        json.writeNumberField("resolutionMillis", answer.resolutionMillis());
        json.writeStringField("resolution", answer.resolution());
        json.writeNumberField("total", answer.total());
        json.writeArrayFieldStart("raises");
        for (BackTest.Raise raise : answer.raises()) {
            json.writeStartObject();
            json.writeStringField("subject", raise.subject());
            Instants.write(json, "at", raise.atMillis(), zone);
            json.writeNumberField("value", raise.value());
            json.writeStringField("valueText", QuantityText.format(raise.value(), dimension));
            if (raise.untilMillis() == 0) {
                json.writeNullField("untilMillis");
            } else {
                json.writeNumberField("untilMillis", raise.untilMillis());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("now");
        json.writeNumberField("total", answer.totalNow());
        json.writeEndObject();
        json.writeEndObject();
    }
}
