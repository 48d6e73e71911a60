// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.in.ReadBlackBoxes.BlackBox;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was recorded of strings that got warm, each as one file to take along. */
final class BlackBoxResource {

    private static final Logger LOG = LoggerFactory.getLogger(BlackBoxResource.class);

    private static final String PATH = ProtectionResource.PATH + "/black-boxes";

    private final ReadBlackBoxes boxes;
    private final ViewStrings strings;

    BlackBoxResource(ReadBlackBoxes boxes, ViewStrings strings) {
        this.boxes = boxes;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::list), Route.get(PATH + "/{name}", Verb.READ_BLACK_BOX, this::export));
    }

    private void list(Context context) {
        new Query(context).check();
        ZoneId zone = strings.site().timeZone();
        List<BlackBox> all = boxes.boxes();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("blackBoxes");
            for (BlackBox box : all) {
                BreakerJson.write(json, box, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void export(Context context) {
        Query query = new Query(context);
        String name = context.pathParam("name");
        query.check();
        try (InputStream box = open(context, query, name)) {
            context.contentType("application/zip");
            context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
            box.transferTo(context.res().getOutputStream());
        } catch (IOException e) {
            LOG.warn("The black box {} could not be exported", name, e);
            if (!context.res().isCommitted()) {
                throw new Refused(503, "The black box " + name + " cannot be read: " + e.getMessage()
                        + ". The log says more.");
            }
            context.res().setStatus(500);
            throw new IllegalStateException("black box " + name + ": cut off, " + e.getMessage(), e);
        }
    }

    private InputStream open(Context context, Query query, String name) throws IOException {
        Optional<InputStream> box = boxes.open(Who.asks(context), name);
        if (box.isEmpty()) {
            throw new Refused(404, "There is no black box of that name; GET " + PATH + " lists them.",
                    List.of("black box: " + Query.quoted(name) + " - a name of that list"));
        }
        return box.get();
    }
}
