// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** The strings as they are now. */
final class StringsResource {

    private final ViewStrings strings;
    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    StringsResource(ViewStrings strings) {
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/strings", this::all),
                Route.get(Route.BASE + "/strings/{id}", this::one),
                Route.get(Route.BASE + "/strings/{id}/image", this::image));
    }

    private void all(Context context) {
        new Query(context).check();
        ZoneId zone = strings.site().timeZone();
        List<StringStatus> all = strings.strings();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("strings");
            for (StringStatus status : all) {
                StatusJson.write(json, status, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void one(Context context) {
        StringImage image = find(context);
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> StatusJson.write(json, image.status(), zone));
    }

    private void image(Context context) throws IOException {
        StringImage image = find(context);
        Snapshot snapshot = snapshots.compute(
                image.status().id(), (id, last) -> last != null && last.shows(image) ? last : snapshot(image));
        boolean packed = Packing.accepted(context);
        byte[] body = packed ? snapshot.packed() : snapshot.plain();
        if (packed) {
            context.header("Content-Encoding", "gzip");
        }
        context.contentType(Json.TYPE);
        context.res().setContentLength(body.length);
        context.outputStream().write(body);
    }

    private Snapshot snapshot(StringImage image) {
        Site site = strings.site();
        BatteryString string = site.string(image.status().id()).orElseThrow();
        return new Snapshot(string, image, site.timeZone());
    }

    private StringImage find(Context context) {
        String id = context.pathParam("id");
        Optional<StringImage> image = strings.image(id);
        new Query(context).check(image.isPresent(), "string", id, "id of a string of the site");
        return image.orElseThrow();
    }
}
