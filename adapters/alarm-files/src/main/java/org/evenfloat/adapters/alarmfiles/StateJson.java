// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;

/** What stands, as JSON. What this version does not know is left out when it is read. */
final class StateJson {

    static final int FORMAT = 1;

    static final JsonFactory JSON = new JsonFactory();

    private StateJson() {}

    static byte[] bytes(AlarmMemento memento) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // By way of characters: a half of a character becomes a question mark instead of an error.
        try (JsonGenerator json = JSON.createGenerator(new OutputStreamWriter(bytes, UTF_8))) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeNumberField("lastSequence", memento.lastSequence());
            json.writeNumberField("lastRecord", memento.lastRecord());
            json.writeArrayFieldStart("alarms");
            for (Alarm alarm : memento.alarms()) {
                json.writeRaw("\n ");
                write(json, alarm);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("pending");
            for (AlarmMemento.Pending pending : memento.pending()) {
                json.writeRaw("\n ");
                json.writeStartObject();
                json.writeStringField("id", pending.id());
                json.writeBooleanField("counts", pending.counts());
                json.writeNumberField("sinceMillis", pending.sinceMillis());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Alarm alarm) throws IOException {
        json.writeStartObject();
        json.writeStringField("definition", alarm.point().definition().id());
        json.writeStringField("subject", alarm.point().subject());
        json.writeArrayFieldStart("strings");
        for (String string : alarm.strings()) {
            json.writeString(string);
        }
        json.writeEndArray();
        json.writeStringField("state", alarm.state().name());
        json.writeNumberField("sequence", alarm.sequence());
        json.writeBooleanField("firstOut", alarm.firstOut());
        json.writeNumberField("raisedAtMillis", alarm.raisedAtMillis());
        json.writeNumberField("changedAtMillis", alarm.changedAtMillis());
        json.writeNumberField("value", alarm.value());
        json.writeNumberField("limit", alarm.limit());
        json.writeNumberField("raises", alarm.raises());
        json.writeBooleanField("chattering", alarm.chattering());
        json.writeStringField("acknowledgedBy", alarm.acknowledgedBy());
        json.writeNumberField("acknowledgedAtMillis", alarm.acknowledgedAtMillis());
        json.writeStringField("comment", alarm.comment());
        json.writeObjectFieldStart("hidings");
        for (HideReason reason : HideReason.values()) {
            Hiding hiding = alarm.hidings().get(reason);
            if (hiding != null) {
                json.writeObjectFieldStart(reason.name());
                json.writeStringField("who", hiding.who());
                json.writeStringField("why", hiding.why());
                json.writeNumberField("sinceMillis", hiding.sinceMillis());
                json.writeNumberField("untilMillis", hiding.untilMillis());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Fails when it is not whole, or of a later format. */
    static AlarmMemento read(byte[] bytes) throws IOException {
        long format = -1;
        long sequence = -1;
        long record = -1;
        List<Alarm> alarms = new ArrayList<>();
        List<AlarmMemento.Pending> pending = new ArrayList<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object where one is due");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "format" -> format = json.getLongValue();
                    case "lastSequence" -> sequence = json.getLongValue();
                    case "lastRecord" -> record = json.getLongValue();
                    case "alarms" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            alarm(Fields.read(json)).ifPresent(alarms::add);
                        }
                    }
                    case "pending" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            pending(Fields.read(json)).ifPresent(pending::add);
                        }
                    }
                    default -> json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("it ends early");
            }
        }
        if (format != FORMAT || sequence < 0 || record < 0) {
            throw new IOException(format > FORMAT ? "of format " + format + ", of which this version knows nothing"
                    : "without format, lastSequence or lastRecord");
        }
        return new AlarmMemento(sequence, record, alarms, pending);
    }

    private static Optional<Alarm> alarm(Fields fields) throws IOException {
        Optional<AlarmDefinition> definition = AlarmTable.find(fields.text("definition"));
        Optional<AlarmState> state = fields.word("state", AlarmState.class);
        Map<HideReason, Hiding> hidings = new EnumMap<>(HideReason.class);
        boolean known = definition.isPresent() && state.isPresent();
        for (Map.Entry<String, Fields> entry : fields.objects("hidings").entrySet()) {
            Optional<HideReason> reason = Fields.word(HideReason.class, entry.getKey());
            Fields hiding = entry.getValue();
            known &= reason.isPresent();
            if (reason.isPresent()) {
                hidings.put(reason.get(), new Hiding(hiding.text("who"), hiding.text("why"),
                        hiding.number("sinceMillis"), hiding.number("untilMillis")));
            }
        }
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(
                new AlarmPoint(definition.get(), fields.text("subject")), fields.texts("strings"), state.get(),
                fields.number("sequence"), fields.flag("firstOut"), fields.number("raisedAtMillis"),
                fields.number("changedAtMillis"), fields.whole("value"), fields.whole("limit"), fields.whole("raises"),
                fields.flag("chattering"), fields.text("acknowledgedBy"), fields.number("acknowledgedAtMillis"),
                fields.text("comment"), hidings));
    }

    private static Optional<AlarmMemento.Pending> pending(Fields fields) throws IOException {
        String id = fields.text("id");
        int end = id.indexOf('/');
        return end < 0 || AlarmTable.find(id.substring(0, end)).isEmpty() ? Optional.empty()
                : Optional.of(new AlarmMemento.Pending(id, fields.flag("counts"), fields.number("sinceMillis")));
    }
}
