// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client of the stream of changes knows of one string, put together as the documentation says. */
final class FoldedImage {

    private ObjectNode image;
    private int changes;
    private int images;

    /** Takes the data of an image or of a change. */
    void take(String event, JsonNode data) {
        if (event.equals("image")) {
            image = data.deepCopy();
            images++;
            return;
        }
        if (!event.equals("change") || image == null) {
            throw new IllegalStateException(event + " without an image before it");
        }
        changes++;
        for (String field : new String[] {"string", "sampledAtMillis", "sampledAt", "status"}) {
            image.set(field, data.get(field));
        }
        data.path("kinds").fields().forEachRemaining(kind -> {
            ObjectNode column = (ObjectNode) image.path("kinds").path(kind.getKey());
            if (kind.getValue().has("change")) {
                add((ArrayNode) column.get("values"), kind.getValue().get("change"));
            }
            if (kind.getValue().has("quality")) {
                column.set("quality", kind.getValue().get("quality"));
            }
        });
    }

    private static void add(ArrayNode values, JsonNode change) {
        if (values.size() != change.size()) {
            throw new IllegalStateException(change.size() + " changes to " + values.size() + " values");
        }
        for (int i = 0; i < values.size(); i++) {
            if (change.get(i).isNull()) {
                values.setNull(i);
            } else {
                long value = (values.get(i).isNull() ? 0 : values.get(i).longValue()) + change.get(i).longValue();
                values.set(i, values.numberNode(Math.toIntExact(value)));
            }
        }
    }

    JsonNode image() {
        return image;
    }

    int changes() {
        return changes;
    }

    int images() {
        return images;
    }
}
