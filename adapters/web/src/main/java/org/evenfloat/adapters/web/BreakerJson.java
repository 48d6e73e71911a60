// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import org.evenfloat.application.port.in.ReadBlackBoxes.BlackBox;
import org.evenfloat.application.port.in.ViewProtection.GuardedBreaker;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripTerms;

/** Writes breaker policies and what is remembered of them. */
final class BreakerJson {

    private BreakerJson() {}

    static void write(JsonGenerator json, GuardedBreaker one, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("breaker", one.breaker());
        SettingsJson.texts(json, "strings", one.strings());
        json.writeStringField("mode", one.mode().name());
        json.writeStringField("phase", one.phase().name());
        json.writeNumberField("leftMillis", one.leftMillis());
        Instants.write(json, "at", one.atMillis(), zone);
        json.writeBooleanField("vetoUsed", one.vetoUsed());
        json.writeBooleanField("hot", one.hot());
        json.writeStringField("hold", one.hold().name());
        json.writeStringField("sight", one.sight().name());
        json.writeStringField("current", one.current().name());
        json.writeBooleanField("last", one.last());
        terms(json, one);
        SettingsJson.texts(json, "cannotTrip", one.cannotTrip());
        json.writeStringField("proof", one.proof().name());
        text(json, "proofBy", one.proofBy());
        Instants.writeUnlessZero(json, "proofDue", one.proofDueMillis(), zone);
        json.writeEndObject();
    }

    private static void terms(JsonGenerator json, GuardedBreaker one) throws IOException {
        TripTerms terms = one.terms();
        json.writeObjectFieldStart("terms");
        json.writeNumberField("countdownMillis", terms.countdownMillis());
        json.writeStringField("lastString", terms.lastString().name());
        json.writeBooleanField("inDischarge", terms.inDischarge());
        text(json, "allowedInDischarge", one.allowedInDischarge());
        json.writeBooleanField("secondRelay", terms.secondRelay());
        json.writeBooleanField("statusInput", terms.statusInput());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, String breaker, BreakerPast past, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("breaker", breaker);
        json.writeNumberField("wouldHaveOpened", past.wouldHaveOpened());
        Instants.writeUnlessZero(json, "lastPassed", past.lastPassedMillis(), zone);
        json.writeArrayFieldStart("deeds");
        for (BreakerPast.Deed deed : past.deeds()) {
            json.writeStartObject();
            Instants.write(json, "at", deed.atMillis(), zone);
            json.writeStringField("news", deed.news().name());
            json.writeStringField("mode", deed.mode().name());
            text(json, "who", deed.who());
            json.writeNumberField("attempt", deed.attempt());
            json.writeStringField("text", deed.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("proofs");
        for (BreakerPast.Proof proof : past.proofs()) {
            write(json, proof, zone);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, BreakerPast.Proof proof, ZoneId zone) throws IOException {
        ProofResult result = proof.result();
        json.writeStartObject();
        Instants.write(json, "at", proof.atMillis(), zone);
        json.writeBooleanField("passed", result.passed());
        json.writeStringField("by", result.by());
        unlessZero(json, "openedMillis", result.openedMillis());
        unlessZero(json, "secondOpenedMillis", result.secondOpenedMillis());
        json.writeBooleanField("seenByInput", result.seenByInput());
        json.writeStringField("why", result.why());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, BlackBox box, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", box.name());
        json.writeStringField("string", box.string());
        Instants.write(json, "began", box.beganMillis(), zone);
        json.writeStringField("stage", box.stage());
        json.writeBooleanField("sealed", box.sealed());
        json.writeNumberField("bytes", box.bytes());
        json.writeEndObject();
    }

    /** Writes null for the empty text by which the ports say that there is none. */
    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeStringField(name, text.isEmpty() ? null : text);
    }

    private static void unlessZero(JsonGenerator json, String name, long millis) throws IOException {
        if (millis == 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, millis);
        }
    }
}
