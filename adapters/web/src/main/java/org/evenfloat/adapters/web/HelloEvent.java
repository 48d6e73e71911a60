// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** The event that begins a stream, and comes again whenever a name, a label or a switch of the site has changed. */
final class HelloEvent {

    private HelloEvent() {}

    static SseFrame of(Site site) {
        return SseFrame.event("hello", Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("site", site.name());
            json.writeStringField("timeZone", site.timeZone().getId());
            ImageJson.legend(json);
            json.writeArrayFieldStart("strings");
            for (BatteryString string : site.strings().toList()) {
                json.writeStartObject();
                json.writeStringField("id", string.id());
                json.writeStringField("name", string.name());
                ImageJson.blocks(json, string);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }
}
