// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.LineWorkReport.CheckedDevice;
import org.evenfloat.application.port.in.LineWorkReport.FoundDevice;
import org.evenfloat.application.port.in.LineWorkReport.GivenAddress;
import org.evenfloat.application.port.in.LineWorkReport.Progress;

/** Work on a line as JSON; the same fields whatever it is. */
final class LineWorkJson {

    private static final double MICROS_PER_MILLI = 1_000;

    private LineWorkJson() {}

    static void write(JsonGenerator json, String line, Optional<LineWorkReport> report, ZoneId zone)
            throws IOException {
        Progress progress = report.map(LineWorkReport::progress).orElse(new Progress(
                0, null, "Nothing has been done on line " + line + " since the server started.", null, null,
                List.of(), List.of(), List.of()));
        json.writeStartObject();
        json.writeStringField("line", line);
        json.writeStringField("kind", report.map(some -> kind(some.order())).orElse(null));
        json.writeStringField("state", report.map(some -> some.state().name()).orElse("NONE"));
        Instants.writeUnlessZero(json, "startedAt", report.map(LineWorkReport::startedAtMillis).orElse(0L), zone);
        Instants.writeUnlessZero(json, "endedAt", report.map(LineWorkReport::endedAtMillis).orElse(0L), zone);
        json.writeNumberField("done", progress.done());
        Json.number(json, "total", progress.total());
        json.writeStringField("text", progress.text());
        Json.number(json, "nextAddress", progress.nextAddress());
        json.writeStringField("nextSubject", progress.nextSubject());
        writeLists(json, progress);
        json.writeEndObject();
    }

    private static void writeLists(JsonGenerator json, Progress progress) throws IOException {
        json.writeArrayFieldStart("devices");
        for (FoundDevice device : progress.devices()) {
            write(json, device);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("checks");
        for (CheckedDevice device : progress.checks()) {
            write(json, device);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("given");
        for (GivenAddress given : progress.given()) {
            write(json, given);
        }
        json.writeEndArray();
    }

    static String kind(LineOrder order) {
        if (order instanceof LineOrder.Check) {
            return "line-check";
        }
        if (order instanceof LineOrder.Addressing) {
            return "addressing";
        }
        return order instanceof LineOrder.Reset ? "reset-addresses" : "scan";
    }

    private static void write(JsonGenerator json, FoundDevice device) throws IOException {
        json.writeStartObject();
        Json.number(json, "address", device.address() != 0, device.address());
        json.writeStringField("subject", device.subject());
        json.writeStringField("serial", device.serial());
        json.writeStringField("type", device.type());
        if (device.typeFits() == null) {
            json.writeNullField("typeFits");
        } else {
            json.writeBooleanField("typeFits", device.typeFits());
        }
        json.writeStringField("firmware", device.firmware());
        json.writeStringField("mark", device.mark().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CheckedDevice device) throws IOException {
        json.writeStartObject();
        json.writeNumberField("address", device.address());
        json.writeStringField("subject", device.subject());
        json.writeNumberField("sent", device.sent());
        json.writeNumberField("lost", device.lost());
        json.writeNumberField("corrupt", device.corrupt());
        millis(json, "minMillis", device.good() > 0, device.minMicros());
        millis(json, "meanMillis", device.good() > 0, device.meanMicros());
        millis(json, "maxMillis", device.good() > 0, device.maxMicros());
        json.writeEndObject();
    }

    private static void millis(JsonGenerator json, String name, boolean known, long micros) throws IOException {
        if (known) {
            json.writeNumberField(name, micros / MICROS_PER_MILLI);
        } else {
            json.writeNullField(name);
        }
    }

    private static void write(JsonGenerator json, GivenAddress given) throws IOException {
        json.writeStartObject();
        json.writeNumberField("address", given.address());
        json.writeStringField("subject", given.subject());
        json.writeStringField("serial", given.serial());
        json.writeBooleanField("kept", given.kept());
        json.writeEndObject();
    }
}
