// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmTable;

/** What has become of alarms, the newest first. */
final class AlarmHistoryResource {

    private static final long USUAL_MILLIS = Duration.ofDays(7).toMillis();
    private static final int USUAL_RECORDS = 200;

    /** Most ids that a question may name. */
    private static final int MOST_NAMED = 100;

    private final ViewAlarms alarms;
    private final ViewHealth health;
    private final AlarmSpeech speech;

    AlarmHistoryResource(ViewAlarms alarms, ViewHealth health, AlarmSpeech speech) {
        this.alarms = alarms;
        this.health = health;
        this.speech = speech;
    }

    List<Route> routes() {
        return List.of(Route.get(AlarmsResource.PATH + "/history", this::history));
    }

    private void history(Context context) throws AlarmStoreFailure, IOException {
        Query query = new Query(context, "from", "to", "before", "definition", "subject", "limit", "format");
        Period period = Period.of(query, health.health().nowMillis(), USUAL_MILLIS);
        long before = query.number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        Set<String> definitions = query.words("definition", MOST_NAMED, id -> AlarmTable.find(id).isPresent(),
                "ids of rows of GET " + AlarmsResource.PATH + "/definitions, separated by commas");
        Set<String> subjects = query.words("subject", MOST_NAMED, id -> !id.isEmpty(),
                "ids of blocks, strings and lines, separated by commas");
        int limit = query.number("limit", 1, AlarmStore.MOST_RECORDS, USUAL_RECORDS);
        String format = query.word("format", List.of("json", "csv"), "json");
        query.check();
        AlarmQuestion question = new AlarmQuestion(
                period.fromMillis(), period.toMillis(), before, definitions, subjects, limit);
        List<AlarmRecord> records = alarms.records(question);
        if (format.equals("csv")) {
            csv(context, records);
        } else {
            json(context, records, more(question, records));
        }
    }

    private boolean more(AlarmQuestion question, List<AlarmRecord> records) throws AlarmStoreFailure {
        return records.size() == question.most() && !alarms.records(new AlarmQuestion(
                question.fromMillis(), question.toMillis(), records.get(records.size() - 1).number(),
                question.definitions(), question.subjects(), 1)).isEmpty();
    }

    private void json(Context context, List<AlarmRecord> records, boolean more) throws IOException {
        ZoneId zone = speech.site().timeZone();
        AlarmSentence sentence = speech.sentence();
        Json.stream(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("records");
            for (AlarmRecord record : records) {
                write(json, record, sentence, zone);
            }
            json.writeEndArray();
            json.writeBooleanField("more", more);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, AlarmRecord record, AlarmSentence sentence, ZoneId zone)
            throws IOException {
        Optional<AlarmDefinition> definition = AlarmTable.find(record.definition());
        json.writeStartObject();
        json.writeNumberField("number", record.number());
        Instants.write(json, "at", record.atMillis(), zone);
        json.writeStringField("definition", record.definition());
        json.writeStringField("subject", record.subject());
        json.writeStringField("action", record.action().name());
        json.writeStringField("state", record.state().name());
        json.writeStringField("priority", definition.map(known -> known.priority().name()).orElse(null));
        json.writeNumberField("value", record.value());
        json.writeNumberField("limit", record.limit());
        if (definition.isPresent()) {
            AlarmJson.texts(json, definition.get(), record.value(), record.limit());
        } else { // a row that only an earlier version had
            json.writeStringField("valueText", "");
            json.writeStringField("limitText", "");
        }
        json.writeStringField("who", record.who());
        AlarmJson.text(json, "comment", record.comment());
        Instants.writeUnlessZero(json, "until", record.untilMillis(), zone);
        json.writeStringField("sentence", sentence.of(record));
        json.writeEndObject();
    }

    private void csv(Context context, List<AlarmRecord> records) throws IOException {
        AlarmCsv csv = new AlarmCsv(speech.sentence(), speech.site().timeZone());
        context.contentType("text/csv; charset=utf-8");
        context.header("Content-Disposition", "attachment; filename=\"evenfloat-alarms.csv\"");
        StringBuilder text = new StringBuilder(AlarmCsv.HEADING);
        for (AlarmRecord record : records) {
            csv.row(text, record);
        }
        context.outputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
