// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.port.in.ViewInterfaces.SeenInterface;

/** Writes how the protocols are doing by which others read the site. */
final class InterfaceJson {

    private InterfaceJson() {}

    static Json.Writing written(List<SeenInterface> all, ZoneId zone) {
        return json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("interfaces");
            for (SeenInterface each : all) {
                json.writeStartObject();
                json.writeStringField("id", each.id());
                json.writeStringField("name", each.name());
                json.writeStringField("state", each.state().name());
                json.writeStringField("problem", each.problem().isEmpty() ? null : each.problem());
                if (each.status().isPresent()) {
                    json.writeFieldName("status");
                    status(json, each.status().get(), each.nowMillis(), zone);
                } else {
                    json.writeNullField("status");
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    private static void status(JsonGenerator json, ProtocolStatus status, long nowMillis, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("places");
        for (ProtocolStatus.Place place : status.places()) {
            json.writeStartObject();
            json.writeStringField("where", place.where());
            json.writeStringField("problem", place.problem().isEmpty() ? null : place.problem());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "admitted", status.admitted());
        json.writeArrayFieldStart("writers");
        for (ProtocolStatus.Writer writer : status.writers()) {
            json.writeStartObject();
            json.writeStringField("name", writer.name());
            json.writeStringField("from", writer.from());
            texts(json, "may", writer.may().stream().sorted().map(InterfaceJson::word).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "commands", status.commands());
        json.writeNumberField("requests", status.requests());
        number(json, "refused", status.refused());
        number(json, "connections", status.connections());
        json.writeNumberField("turnedAway", status.turnedAway());
        json.writeArrayFieldStart("clients");
        for (ProtocolStatus.Client client : status.clients()) {
            client(json, client, nowMillis, zone);
        }
        json.writeEndArray();
        if (status.trouble().isPresent()) {
            json.writeObjectFieldStart("lastError");
            json.writeStringField("text", status.trouble().get().text());
            Instants.write(json, "at", nowMillis - status.trouble().get().agoMillis(), zone);
            json.writeEndObject();
        } else {
            json.writeNullField("lastError");
        }
        json.writeEndObject();
    }

    private static void client(JsonGenerator json, ProtocolStatus.Client client, long nowMillis, ZoneId zone)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("address", client.address());
        json.writeStringField("who", client.who());
        json.writeStringField("how", client.how());
        json.writeNumberField("requests", client.requests());
        json.writeNumberField("refused", client.refused());
        json.writeNumberField("connections", client.connections());
        Instants.writeUnlessZero(json, "lastAt", client.agoMillis() < 0 ? 0 : nowMillis - client.agoMillis(), zone);
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }

    private static String word(NorthboundOrder.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
