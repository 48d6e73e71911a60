// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;

/** What is installed. */
final class SiteResource {

    private final ViewStrings strings;

    SiteResource(ViewStrings strings) {
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/site", this::site));
    }

    private void site(Context context) {
        new Query(context).check();
        Site site = strings.site();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("name", site.name());
            json.writeStringField("timeZone", site.timeZone().getId());
            json.writeArrayFieldStart("lines");
            for (String line : site.lines()) {
                json.writeString(line);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("batteries");
            for (Battery battery : site.batteries()) {
                write(json, battery);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sensors");
            for (Sensor sensor : site.sensors()) {
                write(json, sensor);
            }
            json.writeEndArray();
            relays(json, site);
            json.writeEndObject();
        });
    }

    private static void relays(JsonGenerator json, Site site) throws IOException {
        json.writeArrayFieldStart("relayModules");
        for (RelayModule module : site.relayModules()) {
            json.writeStartObject();
            json.writeStringField("id", module.id());
            json.writeStringField("line", module.address().line());
            json.writeNumberField("address", module.address().number());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("breakers");
        for (Breaker breaker : site.breakers()) {
            json.writeStartObject();
            json.writeStringField("id", breaker.id());
            json.writeStringField("trip", breaker.trip().toString());
            json.writeArrayFieldStart("strings");
            for (String string : breaker.strings()) {
                json.writeString(string);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Battery battery) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", battery.id());
        json.writeStringField("name", battery.name());
        json.writeArrayFieldStart("strings");
        for (BatteryString string : battery.strings()) {
            write(json, string);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, BatteryString string) throws IOException {
        int capacity = string.blockType().capacity().milliampHours();
        int zero = string.currentZero().milliamps();
        json.writeStartObject();
        json.writeStringField("id", string.id());
        json.writeStringField("name", string.name());
        json.writeStringField("profile", string.blockType().profile().name());
        json.writeStringField("chemistry", string.blockType().profile().chemistry().name());
        json.writeNumberField("cells", string.cells());
        json.writeNumberField("cellsPerBlock", string.blockType().cells());
        Json.number(json, "capacityMilliampHours", capacity != 0, capacity);
        json.writeNumberField("floatMillivoltsPerBlock", string.blockType().floatMillivolts());
        json.writeStringField("moduleType", string.moduleType().name());
        json.writeBooleanField("equalizing", string.equalizing());
        json.writeStringField("halfOf", string.halfOf().orElse(null));
        address(json, "currentSensor", string.currentSensor());
        Json.number(json, "currentZeroMilliamps", zero != 0, zero);
        address(json, "ambientSensor", string.ambientSensor());
        json.writeNumberField("blockCount", string.size());
        json.writeArrayFieldStart("blocks");
        for (Block block : string.blocks()) {
            json.writeStartObject();
            json.writeStringField("id", block.id());
            json.writeNumberField("number", block.number());
            json.writeStringField("line", block.module().line());
            json.writeNumberField("address", block.module().number());
            json.writeStringField("label", block.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void address(JsonGenerator json, String name, Optional<ModuleAddress> address) throws IOException {
        if (address.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("line", address.get().line());
        json.writeNumberField("address", address.get().number());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Sensor sensor) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", sensor.id());
        json.writeStringField("kind", sensor.kind().name());
        json.writeStringField("unit", sensor.kind() == Sensor.Kind.CURRENT ? "mA" : "0.01 °C");
        json.writeStringField("line", sensor.address().line());
        json.writeNumberField("address", sensor.address().number());
        json.writeEndObject();
    }
}
