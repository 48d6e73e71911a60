// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON text written straight from the ports' records and columns. */
final class Json {

    static final String TYPE = "application/json";

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private Json() {}

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail: a value that cannot be written is a bug
        }
        return bytes.toByteArray();
    }

    static void answer(Context context, Writing writing) {
        context.contentType(TYPE).result(bytes(writing));
    }

    /** Answers without holding the whole text in memory: for answers of megabytes. */
    static void stream(Context context, Writing writing) throws IOException {
        context.contentType(TYPE);
        try (JsonGenerator json = FACTORY.createGenerator(context.outputStream())) {
            writing.to(json);
        }
    }

    static void number(JsonGenerator json, String name, Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    /** Writes a number that means nothing unless {@code known}. */
    static void number(JsonGenerator json, String name, boolean known, int value) throws IOException {
        number(json, name, known ? value : null);
    }

    /** Writes a number with three decimals at most; null for one that is not known (NaN) or has no end. */
    static void decimal(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, Math.round(value * 1_000) / 1_000.0);
        } else {
            json.writeNullField(name);
        }
    }
}
