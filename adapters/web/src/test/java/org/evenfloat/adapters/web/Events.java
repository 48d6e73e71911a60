// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Reads a stream of server-sent events as the standard for them says. */
final class Events implements AutoCloseable {

    /** One event; a comment has the name {@code :}. */
    record Event(String id, String name, String data) {

        JsonNode json() {
            return Served.json(data);
        }

        int firstMillivolts() {
            return json().at("/kinds/voltage/values/0").asInt();
        }
    }

    private final BufferedReader reader;

    Events(HttpResponse<InputStream> response) {
        this(response.body());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
    }

    Events(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Returns the next event; throws EOFException at the proper end of the stream. */
    Event next() throws IOException {
        String id = null;
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty()) {
                return new Event(id, name, data.toString());
            } else if (line.startsWith(":")) {
                name = ":";
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line.substring(6));
            } else {
                throw new IOException("not a line of an event stream: " + line);
            }
        }
        throw new EOFException();
    }

    /** Returns the next event of that name, skipping others. */
    Event next(String name) throws IOException {
        Event event = next();
        while (!event.name().equals(name)) {
            event = next();
        }
        return event;
    }

    /** Reads on until an image whose first block has that voltage. */
    Event image(int millivolts) throws IOException {
        Event event = next("image");
        while (event.firstMillivolts() != millivolts) {
            event = next("image");
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
