// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;

/**
 * One line of a file of records.
 *
 * @param number of the record
 * @param more how many lines that were appended together with this one follow it
 * @param record what it says; empty when this version does not know its definition, action or state
 */
record RecordLine(long number, int more, Optional<AlarmRecord> record) {

    /** Returns the lines of records that are appended together. */
    static byte[] bytes(List<AlarmRecord> records) throws IOException {
        StringWriter text = new StringWriter();
        int more = records.size();
        for (AlarmRecord record : records) {
            write(text, record, --more);
            text.write('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void write(StringWriter text, AlarmRecord record, int more) throws IOException {
        try (JsonGenerator json = StateJson.JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("number", record.number());
            json.writeNumberField("atMillis", record.atMillis());
            json.writeStringField("definition", record.definition());
            json.writeStringField("subject", record.subject());
            json.writeStringField("action", record.action().name());
            json.writeStringField("state", record.state().name());
            json.writeNumberField("value", record.value());
            json.writeNumberField("limit", record.limit());
            json.writeStringField("who", record.who());
            json.writeStringField("comment", record.comment());
            json.writeNumberField("untilMillis", record.untilMillis());
            if (more > 0) {
                json.writeNumberField("more", more);
            }
            json.writeEndObject();
        }
    }

    /** Returns what a line says; empty when it is damaged. */
    static Optional<RecordLine> parse(byte[] line) {
        try (JsonParser json = StateJson.JSON.createParser(line)) {
            json.nextToken();
            Fields fields = Fields.read(json);
            if (json.nextToken() != null) {
                return Optional.empty();
            }
            long number = fields.number("number");
            int more = fields.has("more") ? fields.whole("more") : 0;
            Optional<AlarmAction> action = fields.word("action", AlarmAction.class);
            Optional<AlarmState> state = fields.word("state", AlarmState.class);
            String definition = fields.text("definition");
            if (action.isEmpty() || state.isEmpty() || AlarmTable.find(definition).isEmpty()) {
                return Optional.of(new RecordLine(number, more, Optional.empty()));
            }
            return Optional.of(new RecordLine(number, more, Optional.of(new AlarmRecord(
                    number, fields.number("atMillis"), definition, fields.text("subject"), action.get(), state.get(),
                    fields.whole("value"), fields.whole("limit"), fields.text("who"), fields.text("comment"),
                    fields.number("untilMillis")))));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}
