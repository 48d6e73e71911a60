// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.ViewModules;
import org.evenfloat.application.port.in.ViewModules.LineDevice;
import org.evenfloat.application.port.in.ViewStrings;

/** The devices of a line: who they are and how they have answered. */
final class ModulesResource {

    private final ViewModules modules;
    private final ViewStrings strings;

    ModulesResource(ViewModules modules, ViewStrings strings) {
        this.modules = modules;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/lines/{lineId}/modules", this::modules));
    }

    private void modules(Context context) throws IOException {
        String line = context.pathParam("lineId");
        Query query = new Query(context);
        query.check(strings.site().lines().contains(line), "line", line, "id of a line of the site");
        List<LineDevice> devices = modules.modules(line)
                .orElseThrow(() -> new Refused(503, "Line " + line + " is busy; try again."));
        Json.answer(context, written(line, devices));
    }

    static Json.Writing written(String line, List<LineDevice> devices) {
        return json -> {
            json.writeStartObject();
            json.writeStringField("line", line);
            json.writeArrayFieldStart("devices");
            for (LineDevice device : devices) {
                write(json, device);
            }
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    private static void write(JsonGenerator json, LineDevice device) throws IOException {
        json.writeStartObject();
        json.writeNumberField("address", device.address());
        json.writeStringField("subject", device.subject());
        json.writeStringField("type", device.type());
        json.writeStringField("serial", device.serial());
        json.writeStringField("firmware", device.firmware());
        json.writeNumberField("asked", device.asked());
        json.writeNumberField("answered", device.answered());
        json.writeNumberField("lost", device.lost());
        json.writeNumberField("corrupt", device.corrupt());
        json.writeNumberField("late", device.late());
        json.writeEndObject();
    }
}
