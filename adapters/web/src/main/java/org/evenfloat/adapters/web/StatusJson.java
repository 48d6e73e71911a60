// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.StringStatus;

/** A string at a glance. What the ports say means nothing is null here: a reader cannot know their rules. */
final class StatusJson {

    private StatusJson() {}

    static void write(JsonGenerator json, StringStatus status, ZoneId zone) throws IOException {
        boolean measured = status.goodBlocks() > 0;
        json.writeStartObject();
        json.writeStringField("id", status.id());
        Instants.writeUnlessZero(json, "sampledAt", status.sampledAtMillis(), zone);
        json.writeStringField("state", status.state().name());
        Instants.writeUnlessZero(json, "stateSince", status.stateSinceMillis(), zone);
        json.writeNumberField("goodBlocks", status.goodBlocks());
        Json.number(json, "totalMillivolts", status.totalMillivolts());
        Json.number(json, "meanMillivolts", status.meanMillivolts());
        Json.number(json, "lowestMillivolts", measured, status.lowestMillivolts());
        Json.number(json, "lowestBlock", measured, status.lowestBlock());
        Json.number(json, "highestMillivolts", measured, status.highestMillivolts());
        Json.number(json, "highestBlock", measured, status.highestBlock());
        Json.number(json, "spreadMillivolts", measured, status.spreadMillivolts());
        Json.number(json, "currentMilliamps", status.currentMilliamps());
        Json.number(json, "ambientCentidegrees", status.ambientCentidegrees());
        Json.number(json, "targetMillivolts", status.targetMillivolts() != 0, status.targetMillivolts());
        json.writeStringField("phase", status.phase().name());
        Instants.writeUnlessZero(json, "convergedSince", status.convergedSinceMillis(), zone);
        json.writeNumberField("largestDutyPermille", status.largestDutyPermille());
        remarks(json, "notCorrectable", status.notCorrectable());
        remarks(json, "excluded", status.excluded());
        json.writeBooleanField("chargerMisSet", status.chargerMisSet());
        json.writeEndObject();
    }

    private static void remarks(JsonGenerator json, String name, List<StringStatus.BlockRemark> remarks)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (StringStatus.BlockRemark remark : remarks) {
            json.writeStartObject();
            json.writeStringField("block", remark.block());
            json.writeStringField("remark", remark.remark());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
