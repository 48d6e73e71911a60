// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;

/** The newest values of all blocks of a string, in columns as the server keeps them. */
final class ImageJson {

    private static final MeasurementKind[] KINDS = MeasurementKind.values();
    private static final Quality[] QUALITIES = Quality.values();

    private ImageJson() {}

    /** Writes the name of a kind in answers: {@code voltage}, {@code temperature} … */
    static String name(MeasurementKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Writes an image with all that is needed to read it. */
    static void whole(JsonGenerator json, BatteryString string, StringImage image, ZoneId zone) throws IOException {
        json.writeStartObject();
        begin(json, image, zone);
        blocks(json, string);
        legend(json);
        columns(json, image);
        json.writeEndObject();
    }

    /** Writes an image for somebody who knows block ids and legend already. */
    static void update(JsonGenerator json, StringImage image, ZoneId zone) throws IOException {
        json.writeStartObject();
        begin(json, image, zone);
        columns(json, image);
        json.writeEndObject();
    }

    static void blocks(JsonGenerator json, BatteryString string) throws IOException {
        json.writeArrayFieldStart("blocks");
        for (Block block : string.blocks()) {
            json.writeString(block.id());
        }
        json.writeEndArray();
    }

    /** Writes the names of the quality codes in order of code. */
    static void legend(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("qualityLegend");
        for (Quality quality : QUALITIES) {
            json.writeString(quality.name());
        }
        json.writeEndArray();
    }

    /** Writes what an image and a change have in common. */
    static void begin(JsonGenerator json, StringImage image, ZoneId zone) throws IOException {
        json.writeStringField("string", image.status().id());
        Instants.writeUnlessZero(json, "sampledAt", image.status().sampledAtMillis(), zone);
        json.writeFieldName("status");
        StatusJson.write(json, image.status(), zone);
    }

    private static void columns(JsonGenerator json, StringImage image) throws IOException {
        json.writeObjectFieldStart("kinds");
        for (MeasurementKind kind : KINDS) {
            int[] values = image.values()[kind.ordinal()];
            byte[] qualities = image.qualities()[kind.ordinal()];
            json.writeObjectFieldStart(name(kind));
            json.writeStringField("unit", kind.unit());
            json.writeArrayFieldStart("values");
            for (int i = 0; i < values.length; i++) {
                if (missing(qualities[i])) {
                    json.writeNull();
                } else {
                    json.writeNumber(values[i]);
                }
            }
            json.writeEndArray();
            quality(json, qualities);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Whether a value of that quality code means nothing, so that it is shown as null. */
    static boolean missing(byte quality) {
        return Quality.of(quality) == Quality.MISSING;
    }

    static void quality(JsonGenerator json, byte[] qualities) throws IOException {
        json.writeArrayFieldStart("quality");
        for (byte quality : qualities) {
            json.writeNumber(Quality.of(quality).code());
        }
        json.writeEndArray();
    }
}
