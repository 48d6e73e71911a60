// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenfloat.application.alarm.AlarmAmounts;
import org.evenfloat.application.alarm.AlarmKpi;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.application.port.in.ViewAlarms.Standing;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmPriority;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;
import org.evenfloat.domain.quantity.Dimension;

/** Alarms as the API and the stream tell them. */
final class AlarmJson {

    private AlarmJson() {}

    /** Writes the fields of one alarm as an object. */
    static void write(JsonGenerator json, Alarm alarm, AlarmSentence sentence, long nowMillis, ZoneId zone)
            throws IOException {
        AlarmDefinition definition = alarm.point().definition();
        json.writeStartObject();
        json.writeStringField("id", alarm.point().id());
        json.writeStringField("definition", definition.id());
        json.writeStringField("subject", alarm.point().subject());
        json.writeStringField("scope", definition.signal().scope().name());
        SettingsJson.texts(json, "strings", alarm.strings());
        json.writeStringField("priority", definition.priority().name());
        json.writeStringField("level", definition.level().name());
        json.writeStringField("state", alarm.state().name());
        json.writeBooleanField("active", alarm.state().active());
        json.writeBooleanField("wantsAcknowledgement", alarm.state().wantsAcknowledgement());
        json.writeBooleanField("latching", definition.latching());
        json.writeNumberField("sequence", alarm.sequence());
        json.writeBooleanField("firstOut", alarm.firstOut());
        Instants.writeUnlessZero(json, "raisedAt", alarm.raisedAtMillis(), zone);
        Instants.writeUnlessZero(json, "changedAt", alarm.changedAtMillis(), zone);
        amounts(json, definition, alarm.value(), alarm.limit());
        json.writeStringField("sentence", sentence.of(alarm));
        words(json, definition);
        json.writeNumberField("raises", alarm.raises());
        json.writeBooleanField("chattering", alarm.chattering());
        json.writeBooleanField("stale", AlarmKpi.stale(alarm, nowMillis));
        text(json, "acknowledgedBy", alarm.acknowledgedBy());
        Instants.writeUnlessZero(json, "acknowledgedAt", alarm.acknowledgedAtMillis(), zone);
        text(json, "comment", alarm.comment());
        hidings(json, alarm.hidings(), zone);
        json.writeEndObject();
    }

    private static void amounts(JsonGenerator json, AlarmDefinition definition, int value, int limit) throws IOException {
        json.writeNumberField("value", value);
        json.writeNumberField("limit", limit);
        json.writeStringField("dimension", dimension(definition));
        texts(json, definition, value, limit);
    }

    static void texts(JsonGenerator json, AlarmDefinition definition, int value, int limit) throws IOException {
        json.writeStringField("valueText", AlarmAmounts.value(definition, value, limit));
        json.writeStringField("limitText", AlarmAmounts.limit(definition, limit));
    }

    static String dimension(AlarmDefinition definition) {
        return definition.signal().dimension().map(Dimension::name).orElse(null);
    }

    static void words(JsonGenerator json, AlarmDefinition definition) throws IOException {
        json.writeStringField("cause", definition.words().cause());
        json.writeStringField("consequence", definition.words().consequence());
        json.writeStringField("response", definition.words().response());
    }

    /** Writes a text, or null for the empty one by which the ports say that there is none. */
    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeStringField(name, text.isEmpty() ? null : text);
    }

    private static void hidings(JsonGenerator json, Map<HideReason, Hiding> hidings, ZoneId zone) throws IOException {
        json.writeArrayFieldStart("hidings");
        for (Map.Entry<HideReason, Hiding> each : new TreeMap<>(hidings).entrySet()) {
            json.writeStartObject();
            json.writeStringField("reason", each.getKey().name());
            json.writeStringField("who", each.getValue().who());
            json.writeStringField("why", each.getValue().why());
            Instants.write(json, "since", each.getValue().sinceMillis(), zone);
            Instants.writeUnlessZero(json, "until", each.getValue().untilMillis(), zone);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes how many stand by priority. */
    static void counts(JsonGenerator json, List<Alarm> standing) throws IOException {
        int[] all = new int[AlarmPriority.values().length];
        int[] waiting = new int[all.length];
        for (Alarm alarm : standing) {
            int priority = alarm.point().definition().priority().ordinal();
            all[priority]++;
            waiting[priority] += alarm.state().wantsAcknowledgement() ? 1 : 0;
        }
        json.writeObjectFieldStart("counts");
        for (AlarmPriority priority : AlarmPriority.values()) {
            json.writeObjectFieldStart(priority.name());
            json.writeNumberField("standing", all[priority.ordinal()]);
            json.writeNumberField("unacknowledged", waiting[priority.ordinal()]);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes what the stream tells when something has changed. */
    static void event(JsonGenerator json, Standing now, AlarmSentence sentence, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", now.version());
        json.writeBooleanField("general", now.general());
        json.writeBooleanField("buzzing", now.buzzing());
        json.writeBooleanField("muted", now.muted());
        json.writeBooleanField("flood", now.flood());
        json.writeStringField("failure", now.failure());
        counts(json, now.standing());
        if (now.standing().isEmpty()) {
            json.writeNullField("worst");
        } else {
            json.writeFieldName("worst");
            write(json, now.standing().get(0), sentence, now.atMillis(), zone);
        }
        json.writeEndObject();
    }
}
