// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenBreaker;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenInput;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenModule;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenRelay;

/** Relays, inputs and breakers, as they were seen last. Nothing here switches one. */
final class SwitchgearResource {

    private final ViewSwitchgear switchgear;
    private final ViewStrings strings;

    SwitchgearResource(ViewSwitchgear switchgear, ViewStrings strings) {
        this.switchgear = switchgear;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/switchgear", this::switchgear));
    }

    private void switchgear(Context context) {
        new Query(context).check();
        ZoneId zone = strings.site().timeZone();
        List<SeenModule> modules = switchgear.relayModules();
        List<SeenBreaker> breakers = switchgear.breakers();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("relayModules");
            for (SeenModule module : modules) {
                write(json, module, zone);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("breakers");
            for (SeenBreaker breaker : breakers) {
                write(json, breaker, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, SeenModule module, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", module.id());
        json.writeStringField("line", module.line());
        json.writeNumberField("address", module.address());
        json.writeStringField("quality", module.quality().name());
        Instants.writeUnlessZero(json, "seenAt", module.seenAtMillis(), zone);
        json.writeArrayFieldStart("relays");
        for (SeenRelay relay : module.relays()) {
            json.writeStartObject();
            json.writeNumberField("relay", relay.relay());
            json.writeStringField("use", relay.use());
            json.writeBooleanField("energised", relay.energised());
            json.writeBooleanField("pulsing", relay.pulsing());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("inputs");
        for (SeenInput input : module.inputs()) {
            json.writeStartObject();
            json.writeNumberField("input", input.input());
            json.writeStringField("name", input.name());
            json.writeBooleanField("on", input.on());
            json.writeNumberField("changes", input.changes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SeenBreaker breaker, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", breaker.id());
        json.writeArrayFieldStart("strings");
        for (String string : breaker.strings()) {
            json.writeString(string);
        }
        json.writeEndArray();
        json.writeStringField("position", breaker.position().name());
        json.writeStringField("quality", breaker.quality().name());
        Instants.writeUnlessZero(json, "seenAt", breaker.seenAtMillis(), zone);
        json.writeEndObject();
    }
}
