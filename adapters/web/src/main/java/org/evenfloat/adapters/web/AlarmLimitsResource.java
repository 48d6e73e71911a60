// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.application.alarm.LimitKey;
import org.evenfloat.application.alarm.LimitPart;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/** The limits of a string: what the profile says, what the string says, and the blocks that differ; each with its source. */
final class AlarmLimitsResource {

    private final AlarmLimits limits;
    private final ChangeSettings settings;
    private final ViewStrings strings;

    AlarmLimitsResource(AlarmLimits limits, ChangeSettings settings, ViewStrings strings) {
        this.limits = limits;
        this.settings = settings;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/alarms/limits", this::limits));
    }

    private void limits(Context context) {
        Site site = strings.site();
        Query query = new Query(context, "string");
        List<String> ids = site.strings().map(BatteryString::id).toList();
        String id = query.word("string", ids, ids.get(0));
        query.check();
        BatteryString string = site.string(id).orElseThrow();
        SettingBook book = settings.present().book();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("string", id);
            json.writeArrayFieldStart("limits");
            for (AlarmDefinition row : AlarmTable.all()) {
                AlarmScope scope = row.signal().scope();
                if (scope == AlarmScope.BLOCK || scope == AlarmScope.STRING) {
                    write(json, book, string, row);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, SettingBook book, BatteryString string, AlarmDefinition row)
            throws IOException {
        boolean ofBlocks = row.signal().scope() == AlarmScope.BLOCK;
        AlarmPoint point = new AlarmPoint(row, ofBlocks ? string.blocks().get(0).id() : string.id());
        Optional<AlarmOverride> given = limits.givenByString(point);
        int line = LimitPart.of(row).stream()
                .mapToInt(part -> book.lockedInLine(LimitKey.of("strings", string.id(), row, part))).max().orElse(0);
        json.writeStartObject();
        json.writeStringField("definition", row.id());
        json.writeStringField("dimension", row.signal().dimension().map(Dimension::name).orElse(null));
        json.writeStringField("side", row.side().name());
        json.writeStringField("level", row.level().name());
        parts(json, "standard", row, part -> Optional.of(part.text(row, limits.standard(point))));
        own(json, "string", row, given);
        parts(json, "inForce", row, part -> Optional.of(part.text(row, limits.ofString(point))));
        String standardSource = limits.standardSource(point);
        json.writeStringField("source", given.isPresent() ? "string " + string.id() : standardSource);
        json.writeStringField("standardSource", standardSource);
        Json.number(json, "lockedInLine", line > 0, line);
        json.writeArrayFieldStart("blocks");
        for (Block block : ofBlocks ? string.blocks() : List.<Block>of()) {
            AlarmPoint of = new AlarmPoint(row, block.id());
            Optional<AlarmOverride> own = limits.given(of);
            if (own.isPresent()) {
                json.writeStartObject();
                json.writeStringField("block", block.id());
                own(json, "own", row, own);
                parts(json, "inForce", row, part -> Optional.of(part.text(row, limits.of(of))));
                json.writeStringField("source", "block " + block.id());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void own(JsonGenerator json, String name, AlarmDefinition row, Optional<AlarmOverride> given)
            throws IOException {
        if (given.isEmpty()) {
            json.writeNullField(name);
        } else {
            parts(json, name, row, part -> part.text(row, given.get()));
        }
    }

    /** Writes every part; what the row does not have is null. */
    private static void parts(
            JsonGenerator json, String name, AlarmDefinition row, Function<LimitPart, Optional<String>> text)
            throws IOException {
        List<LimitPart> there = LimitPart.of(row);
        json.writeObjectFieldStart(name);
        for (LimitPart part : LimitPart.values()) {
            json.writeStringField(name(part), there.contains(part) ? text.apply(part).orElse(null) : null);
        }
        json.writeEndObject();
    }

    /** Returns the name of a part in JSON. */
    static String name(LimitPart part) {
        return switch (part) {
            case ON_DELAY -> "onDelay";
            case OFF_DELAY -> "offDelay";
            default -> part.word();
        };
    }
}
