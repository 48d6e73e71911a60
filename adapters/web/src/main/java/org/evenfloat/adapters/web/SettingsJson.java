// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;

/** Settings, changes and versions. */
final class SettingsJson {

    private SettingsJson() {}

    static void write(JsonGenerator json, SettingBook book, SettingDefinition definition, SettingValues values)
            throws IOException {
        int line = book.lockedInLine(definition.key());
        json.writeStartObject();
        json.writeStringField("key", definition.key());
        json.writeStringField("group", definition.group());
        text(json, "subject", Optional.of(definition.subject()).filter(subject -> !subject.isEmpty()));
        json.writeStringField("name", definition.name());
        json.writeStringField("title", definition.title());
        json.writeStringField("kind", definition.kind().word());
        json.writeStringField("value", book.inForce(definition, values));
        json.writeStringField("default", definition.standard());
        json.writeBooleanField("given", book.effective(definition, values).isPresent());
        Json.number(json, "lockedInLine", line > 0, line);
        json.writeStringField("allowed", definition.kind().allowed(""));
        Json.number(json, "mostCharacters", definition.kind() instanceof SettingKind.Text text ? text.most() : null);
        texts(json, "words", words(definition.kind()));
        texts(json, "strings", definition.strings().stream().sorted().toList());
        json.writeEndObject();
    }

    private static List<String> words(SettingKind kind) {
        if (kind instanceof SettingKind.OnOff) {
            return List.of(SettingKind.OnOff.ON, SettingKind.OnOff.OFF);
        }
        if (kind instanceof SettingKind.Choice choice) {
            return choice.words();
        }
        return kind instanceof SettingKind.Amount amount ? amount.words() : List.of();
    }

    static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static void changes(JsonGenerator json, List<SettingChange> changes) throws IOException {
        json.writeArrayFieldStart("changes");
        for (SettingChange change : changes) {
            json.writeStartObject();
            json.writeStringField("key", change.key());
            text(json, "before", change.before());
            text(json, "after", change.after());
            text(json, "default", change.standard());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the fields of a version without its values. */
    static void fields(JsonGenerator json, SettingVersion version, ZoneId zone) throws IOException {
        json.writeNumberField("version", version.number());
        json.writeNumberField("base", version.base());
        Instants.writeUnlessZero(json, "at", version.atMillis(), zone);
        text(json, "who", Optional.of(version.who()).filter(who -> !who.isEmpty()));
        text(json, "from", Optional.of(version.from()).filter(from -> !from.isEmpty()));
        text(json, "why", Optional.of(version.why()).filter(why -> !why.isEmpty()));
        json.writeNumberField("changeCount", version.changes());
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        json.writeStringField(name, text.orElse(null));
    }
}
