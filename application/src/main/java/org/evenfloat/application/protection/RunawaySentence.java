// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.Locale;
import java.util.Optional;
import org.evenfloat.domain.runaway.BlockEvidence;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.topology.BatteryString;

/** Says what the guard of a string has found, as part of a sentence: block, value and limit. */
public final class RunawaySentence {

    /** The limits of rises are below it, those of temperatures above. */
    private static final double COOLEST_LIMIT_CELSIUS = 40;

    private RunawaySentence() {}

    /** Returns it, beginning with the thing, without a full stop. */
    public static String of(BatteryString string, RunawayFinding finding) {
        String block = finding.decisive().map(evidence -> "block " + string.blocks().get(evidence.block()).id())
                .orElse("string " + string.id());
        Optional<BlockEvidence> decisive = finding.decisive();
        String rise = decisive.map(evidence -> number(evidence.riseKelvin()) + " K").orElse("?");
        String celsius = decisive.map(evidence -> number(evidence.celsius()) + " °C").orElse("?");
        String slope = decisive.map(evidence -> number(evidence.slopeKelvinPerHour()) + " K/h").orElse("?");
        String limit = number(finding.limit());
        return switch (finding.rule()) {
            case NONE -> "string " + string.id() + " is normal";
            case WARN_RISE -> block + " is " + rise + " above the air, limit " + limit + " K";
            case ALARM_TEMPERATURE -> block + " is " + rise + " above the air, at " + celsius + ", limit " + limit
                    + (finding.limit() < COOLEST_LIMIT_CELSIUS ? " K" : " °C");
            case ALARM_CURRENT -> "string " + string.id() + " takes " + number(finding.currentRatio())
                    + " times its normal float current, limit " + limit;
            case UNCONFIRMED -> block + " reads " + celsius + ", " + rise + " above the air, and nothing else supports it:"
                    + " more likely its sensor";
            case ALARM_ONLY -> block + " is at " + celsius + ", " + rise + " above the air; an open breaker may not stop a"
                    + " lithium cell";
            case HELD_BY_DISCHARGE -> block + " is " + rise + " above the air, and string " + string.id()
                    + " feeds the load";
            case TRIP_CLASSIC -> "string " + string.id() + " has kept temperature difference and charging current above the"
                    + " limits of its classic rule";
            case TRIP_WIDESPREAD -> finding.votingBlocks() + " blocks of string " + string.id() + " are hot and get hotter, "
                    + block + " is at " + celsius + " and rises by " + slope;
            case TRIP_CURRENT -> "string " + string.id() + " takes " + number(finding.currentRatio())
                    + " times its normal float current, limit " + limit + ", and its middle block is "
                    + number(finding.medianRiseKelvin()) + " K above the air";
            case TRIP_RISE -> block + " is " + rise + " above the air, limit " + limit + " K, and rises by " + slope;
            case TRIP_HOT -> block + " is at " + celsius + ", limit " + limit + " °C";
        };
    }

    /** Returns why a string is not protected, as part of a sentence. */
    public static String unprotected(CannotProtect why) {
        return switch (why) {
            case NO -> "it is protected";
            case NO_TEMPERATURES -> "no block has a temperature that counts";
            case TOO_FEW_TEMPERATURES -> "too few blocks have a temperature that counts";
            case DISCHARGE_UNKNOWN -> "neither current nor voltages tell whether it feeds the load";
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.1f", value);
    }
}
