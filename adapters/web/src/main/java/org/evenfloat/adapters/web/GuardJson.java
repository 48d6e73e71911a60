// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ViewProtection.BlockRises;
import org.evenfloat.application.port.in.ViewProtection.GuardedString;
import org.evenfloat.application.protection.RunawaySentence;
import org.evenfloat.domain.runaway.BlockEvidence;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.topology.BatteryString;

/** Writes what the guard of a string says. Numbers of the guard: °C, K, K/h, A; null where nothing is known. */
final class GuardJson {

    private GuardJson() {}

    static void write(JsonGenerator json, GuardedString one, BatteryString string, ZoneId zone) throws IOException {
        RunawayFinding finding = one.finding();
        json.writeStartObject();
        json.writeStringField("string", one.string());
        BreakerJson.text(json, "breaker", one.breaker());
        json.writeStringField("stage", finding.stage().name());
        json.writeStringField("rule", finding.rule().name());
        json.writeStringField("sentence", RunawaySentence.of(string, finding));
        json.writeStringField("confirmation", finding.confirmation().name());
        json.writeFieldName("decisive");
        if (finding.decisive().isPresent()) {
            evidence(json, finding.decisive().get(), string);
        } else {
            json.writeNull();
        }
        json.writeNumberField("votingBlocks", finding.votingBlocks());
        Json.decimal(json, "limit", finding.limit());
        Json.decimal(json, "referenceCelsius", finding.referenceCelsius());
        Json.decimal(json, "medianRiseKelvin", finding.medianRiseKelvin());
        Json.decimal(json, "medianKelvinPerHour", finding.medianSlope());
        Json.decimal(json, "floatCurrentAmps", finding.floatCurrentAmps());
        Json.decimal(json, "currentRatio", finding.currentRatio());
        json.writeNumberField("currentVotes", finding.currentVotes());
        Json.decimal(json, "leadHours", finding.leadHours());
        json.writeBooleanField("discharging", finding.discharging());
        json.writeBooleanField("recent", finding.recent());
        json.writeBooleanField("ambientSubstituted", finding.ambientSubstituted());
        json.writeBooleanField("breakerMayNotStopIt", finding.breakerMayNotStopIt());
        json.writeStringField("cannotProtect", finding.cannotProtect().name());
        SettingsJson.texts(json, "lost", finding.lost().stream().map(Enum::name).toList());
        json.writeStringField("learning", finding.learning().name());
        BreakerJson.text(json, "learntBy", one.learntBy());
        SettingsJson.texts(json, "faultySensors", names(string, finding.faultySensors()));
        json.writeBooleanField("ambientFaulty", finding.ambientFaulty());
        json.writeBooleanField("equalizingStopped", one.equalizingStopped());
        Instants.writeUnlessZero(json, "steppedAt", one.steppedAtMillis(), zone);
        json.writeEndObject();
    }

    private static List<String> names(BatteryString string, List<Integer> places) {
        return places.stream().map(place -> string.blocks().get(place).id()).toList();
    }

    private static void evidence(JsonGenerator json, BlockEvidence block, BatteryString string) throws IOException {
        json.writeStartObject();
        json.writeStringField("block", string.blocks().get(block.block()).id());
        Json.decimal(json, "celsius", block.celsius());
        Json.decimal(json, "correctedCelsius", block.correctedCelsius());
        Json.decimal(json, "riseKelvin", block.riseKelvin());
        Json.decimal(json, "kelvinPerHour", block.slopeKelvinPerHour());
        Json.decimal(json, "excessKelvin", block.excessKelvin());
        Json.decimal(json, "neighbourExcessKelvin", block.neighbourExcessKelvin());
        Json.decimal(json, "sagKelvin", block.sagKelvin());
        json.writeNumberField("warnVotes", block.warnVotes());
        json.writeNumberField("alarmVotes", block.alarmVotes());
        json.writeNumberField("riseVotes", block.riseVotes());
        json.writeNumberField("hotVotes", block.hotVotes());
        json.writeNumberField("widespreadVotes", block.widespreadVotes());
        json.writeBooleanField("suspect", block.suspect());
        json.writeBooleanField("faulty", block.faulty());
        json.writeBooleanField("blind", block.blind());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, BatteryString string, Optional<BlockRises> rises, ZoneId zone)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("string", string.id());
        Instants.writeUnlessZero(json, "at", rises.map(BlockRises::atMillis).orElse(0L), zone);
        SettingsJson.texts(json, "blocks", string.blocks().stream().map(block -> block.id()).toList());
        column(json, "riseCentikelvins", rises.map(BlockRises::riseHundredths).orElse(new int[0]));
        column(json, "centidegrees", rises.map(BlockRises::celsiusHundredths).orElse(new int[0]));
        number(json, "referenceCentidegrees", rises.map(BlockRises::referenceHundredths));
        number(json, "warnCentikelvins", rises.map(BlockRises::warnHundredths));
        number(json, "alarmCentikelvins", rises.map(BlockRises::alarmHundredths));
        number(json, "tripCentikelvins", rises.map(BlockRises::tripHundredths));
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, String name, int[] values) throws IOException {
        json.writeArrayFieldStart(name);
        for (int value : values) {
            if (value == Integer.MIN_VALUE) {
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, Optional<Integer> value) throws IOException {
        Json.number(json, name, value.filter(known -> known != Integer.MIN_VALUE).orElse(null));
    }

    /** Writes the limits by which all strings are judged. */
    static void limits(JsonGenerator json) throws IOException {
        RunawayConstants.Limits limits = RunawayConstants.STANDARD.limits();
        json.writeStartObject();
        json.writeNumberField("votes", limits.votes());
        Json.decimal(json, "warnKelvin", limits.warnKelvin());
        Json.decimal(json, "warnRecentKelvin", limits.warnRecentKelvin());
        Json.decimal(json, "alarmKelvin", limits.alarmKelvin());
        Json.decimal(json, "alarmRecentKelvin", limits.alarmRecentKelvin());
        Json.decimal(json, "alarmCelsius", limits.alarmCelsius());
        Json.decimal(json, "alarmRatio", limits.alarmRatio());
        Json.decimal(json, "tripKelvin", limits.tripKelvin());
        Json.decimal(json, "tripRecentKelvin", limits.tripRecentKelvin());
        Json.decimal(json, "tripKelvinPerHour", limits.tripSlope());
        Json.decimal(json, "tripAnywayKelvin", limits.tripAnywayKelvin());
        Json.decimal(json, "tripCelsius", limits.tripCelsius());
        Json.decimal(json, "tripRatio", limits.tripRatio());
        Json.decimal(json, "tripMedianKelvin", limits.tripMedianKelvin());
        Json.decimal(json, "tripMedianKelvinPerHour", limits.tripMedianSlope());
        Json.decimal(json, "widespreadCelsius", limits.widespreadCelsius());
        Json.decimal(json, "widespreadKelvin", limits.widespreadKelvin());
        Json.decimal(json, "widespreadKelvinPerHour", limits.widespreadSlope());
        json.writeNumberField("severalBlocks", limits.severalBlocks());
        json.writeEndObject();
    }
}
