// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.alarm.AlarmAmounts;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewAlarms.Standing;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.state.StringState;

/** The alarms that stand, and the table of all that there can be. */
final class AlarmsResource {

    static final String PATH = Route.BASE + "/alarms";

    private static final int MOST = 1_000;

    private final ViewAlarms alarms;
    private final AlarmSpeech speech;

    AlarmsResource(ViewAlarms alarms, AlarmSpeech speech) {
        this.alarms = alarms;
        this.speech = speech;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::standing), Route.get(PATH + "/definitions", this::definitions));
    }

    private void standing(Context context) throws IOException {
        Query query = new Query(context, "limit");
        int most = query.number("limit", 1, MOST, MOST);
        query.check();
        Standing now = alarms.standing();
        ZoneId zone = speech.site().timeZone();
        AlarmSentence sentence = speech.sentence();
        Json.stream(context, json -> {
            json.writeStartObject();
            json.writeNumberField("version", now.version());
            Instants.write(json, "at", now.atMillis(), zone);
            json.writeObjectFieldStart("general");
            json.writeBooleanField("active", now.general());
            json.writeBooleanField("buzzing", now.buzzing());
            json.writeBooleanField("muted", now.muted());
            json.writeEndObject();
            json.writeBooleanField("flood", now.flood());
            json.writeStringField("failure", now.failure());
            AlarmJson.counts(json, now.standing());
            int more = 0;
            for (boolean hidden : new boolean[] {false, true}) {
                List<Alarm> list = hidden ? now.hidden() : now.standing();
                json.writeArrayFieldStart(hidden ? "hidden" : "standing");
                for (Alarm alarm : list.subList(0, Math.min(most, list.size()))) {
                    AlarmJson.write(json, alarm, sentence, now.atMillis(), zone);
                }
                json.writeEndArray();
                more += Math.max(0, list.size() - most);
            }
            json.writeNumberField("more", more);
            json.writeEndObject();
        });
    }

    private void definitions(Context context) {
        new Query(context).check();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("definitions");
            for (AlarmDefinition definition : AlarmTable.all()) {
                write(json, definition);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, AlarmDefinition definition) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", definition.id());
        json.writeStringField("signal", definition.signal().name());
        json.writeStringField("scope", definition.signal().scope().name());
        json.writeStringField("side", definition.side().name());
        json.writeStringField("level", definition.level().name());
        json.writeStringField("priority", definition.priority().name());
        json.writeStringField("dimension", AlarmJson.dimension(definition));
        json.writeBooleanField("latching", definition.latching());
        SettingsJson.texts(
                json, "suppressedIn", definition.suppressedIn().stream().sorted().map(StringState::name).toList());
        json.writeBooleanField("general", definition.general());
        json.writeStringField("meaning", definition.words().meaning());
        AlarmJson.words(json, definition);
        json.writeStringField("standard", AlarmAmounts.standard(definition));
        json.writeStringField("source", definition.standard().source());
        json.writeEndObject();
    }
}
