// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.CalibrateBlocks;
import org.evenfloat.application.port.in.CalibrateBlocks.BlockCalibration;
import org.evenfloat.application.port.in.CalibrateBlocks.Answer;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.measure.CalibrationPoints;
import org.evenfloat.domain.measure.CalibrationPoints.Point;

/** What battery modules show, corrected by what a person has read on a reference instrument. */
final class CalibrationsResource {

    private static final int MOST_MILLIVOLTS = 30_000;
    private static final int LEAST_CENTIDEGREES = -4_000;
    private static final int MOST_CENTIDEGREES = 12_000;
    private static final int MOST_POINTS = 2;
    private static final String EXAMPLE =
            "{\"voltagePoints\": [{\"shownMillivolts\": 13610, \"trueMillivolts\": 13624}]} or {\"reset\": true}";

    private final CalibrateBlocks calibration;
    private final ViewStrings strings;
    private final int bodyBytes;

    CalibrationsResource(CalibrateBlocks calibration, ViewStrings strings, int bodyBytes) {
        this.calibration = calibration;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/calibrations", this::calibrations),
                Route.post(Route.BASE + "/blocks/{blockId}/calibration", Verb.CALIBRATE, this::calibrate));
    }

    private void calibrations(Context context) {
        new Query(context).check();
        ZoneId zone = strings.site().timeZone();
        List<BlockCalibration> all = calibration.calibrations();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("calibrations");
            for (BlockCalibration one : all) {
                write(json, one, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, BlockCalibration one, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("block", one.block());
        json.writeStringField("serial", one.serial());
        json.writeNumberField("gainMillionths", one.calibration().gainMillionths());
        json.writeNumberField("offsetMicrovolts", one.calibration().offsetMicrovolts());
        json.writeNumberField(
                "temperatureOffsetCentidegrees", one.calibration().temperatureOffsetCentidegrees());
        Instants.writeUnlessZero(json, "calibratedAt", one.atMillis(), zone);
        json.writeEndObject();
    }

    private void calibrate(Context context) throws IOException {
        Query query = new Query(context);
        String block = context.pathParam("blockId");
        JsonBody body = JsonBody.of(context, query, bodyBytes, EXAMPLE);
        Optional<CalibrationPoints> points = points(body, query);
        body.finish();
        query.check(Blocks.known(strings.site(), block), "block", block, "id of a block of the site");
        Answer outcome = points.map(read -> calibration.calibrate(Who.asks(context), block, read))
                .orElseGet(() -> calibration.reset(Who.asks(context), block));
        if (!outcome.problems().isEmpty()) {
            throw Refused.badRequest(outcome.problems());
        }
        if (outcome.refused().isPresent()) {
            throw new Refused(409, outcome.refused().get());
        }
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> write(json, outcome.done().orElseThrow(), zone));
    }

    /** Returns what was read, or empty to take the calibration away. */
    private static Optional<CalibrationPoints> points(JsonBody body, Query query) {
        boolean reset = body.yes("reset");
        boolean voltage = body.has("voltagePoints");
        boolean temperature = body.has("temperature");
        if (reset ? voltage || temperature : !voltage && !temperature && !body.has("reset")) {
            query.wrong("body", reset ? "reset with points" : "nothing", EXAMPLE);
        }
        List<Point> voltages = body.objects("voltagePoints", 1, MOST_POINTS).stream()
                .map(point -> point(point, "shownMillivolts", "trueMillivolts", 1, MOST_MILLIVOLTS)).toList();
        Optional<Point> degrees = temperature
                ? Optional.of(point(body.object("temperature"), "shownCentidegrees", "trueCentidegrees",
                        LEAST_CENTIDEGREES, MOST_CENTIDEGREES))
                : Optional.empty();
        return reset ? Optional.empty() : Optional.of(new CalibrationPoints(voltages, degrees));
    }

    private static Point point(JsonBody fields, String shown, String truth, int least, int most) {
        Point point = new Point(fields.whole(shown, least, most, null), fields.whole(truth, least, most, null));
        fields.finish();
        return point;
    }
}
