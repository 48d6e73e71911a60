// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;

/**
 * What changed from one image of a string to the next, for somebody who holds the former. Near float a block's value
 * moves by a few units, so that this is a fifth of an image when both are compressed.
 */
final class ChangeJson {

    private static final MeasurementKind[] KINDS = MeasurementKind.values();

    private ChangeJson() {}

    static void write(JsonGenerator json, StringImage former, StringImage image, ZoneId zone) throws IOException {
        json.writeStartObject();
        ImageJson.begin(json, image, zone);
        json.writeObjectFieldStart("kinds");
        for (MeasurementKind kind : KINDS) {
            int at = kind.ordinal();
            byte[] qualities = image.qualities()[at];
            byte[] formerQualities = former.qualities()[at];
            boolean moved = moved(former.values()[at], formerQualities, image.values()[at], qualities);
            boolean judged = !Arrays.equals(formerQualities, qualities);
            if (!moved && !judged) {
                continue;
            }
            json.writeObjectFieldStart(ImageJson.name(kind));
            if (moved) {
                change(json, former.values()[at], formerQualities, image.values()[at], qualities);
            }
            if (judged) {
                ImageJson.quality(json, qualities);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Whether anything differs of what an image shows. */
    private static boolean moved(int[] former, byte[] formerQualities, int[] values, byte[] qualities) {
        for (int i = 0; i < values.length; i++) {
            boolean missing = ImageJson.missing(qualities[i]);
            if (missing != ImageJson.missing(formerQualities[i]) || !missing && values[i] != former[i]) {
                return true;
            }
        }
        return false;
    }

    private static void change(
            JsonGenerator json, int[] former, byte[] formerQualities, int[] values, byte[] qualities)
            throws IOException {
        json.writeArrayFieldStart("change");
        for (int i = 0; i < values.length; i++) {
            if (ImageJson.missing(qualities[i])) {
                json.writeNull();
            } else {
                long before = ImageJson.missing(formerQualities[i]) ? 0 : former[i];
                json.writeNumber(values[i] - before);
            }
        }
        json.writeEndArray();
    }
}
