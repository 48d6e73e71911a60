// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import static org.evenfloat.application.northbound.PointSubject.ALARM;
import static org.evenfloat.application.northbound.PointSubject.BLOCK;
import static org.evenfloat.application.northbound.PointSubject.BREAKER;
import static org.evenfloat.application.northbound.PointSubject.LINE;
import static org.evenfloat.application.northbound.PointSubject.RELAY_MODULE;
import static org.evenfloat.application.northbound.PointSubject.SITE;
import static org.evenfloat.application.northbound.PointSubject.STRING;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of each subject: a column of whole numbers in the unit given. Numbers that stand for words are part of the
 * contract of every protocol: add some, never change one.
 */
public enum PointColumn {
    SITE_STRINGS(SITE, "strings", "", "strings installed"),
    SITE_BLOCKS(SITE, "blocks", "", "blocks installed"),
    SITE_LINES(SITE, "lines", "", "lines installed"),
    SITE_RELAY_MODULES(SITE, "relay-modules", "", "relay modules installed"),
    SITE_BREAKERS(SITE, "breakers", "", "breakers installed"),
    SITE_ALARMS(SITE, "alarms", "", "alarms that stand"),
    SITE_UNACKNOWLEDGED(SITE, "alarms-unacknowledged", "", "alarms that wait for an acknowledgement"),
    SITE_HIDDEN(SITE, "alarms-hidden", "", "alarms that are hidden: shelved, suppressed, out of service"),
    SITE_GENERAL_ALARM(SITE, "general-alarm", "", "1 while the general alarm stands"),
    SITE_BUZZER(SITE, "buzzer", "", "0 silent, 1 sounds, 2 silenced by somebody"),
    SITE_PRIORITY(SITE, "worst-priority", "", "of what stands: 0 nothing, 1 urgent, 2 high, 3 low"),
    SITE_FLOOD(SITE, "alarm-flood", "", "1 while more than ten alarms were raised in ten minutes"),
    SITE_WARNINGS(SITE, "warning-kinds", "", "kinds of warnings that are active, a bit each"),
    SITE_ALARM_KINDS(SITE, "alarm-kinds", "", "kinds of alarms that are active, a bit each"),
    SITE_LINES_DOWN(SITE, "lines-down", "", "lines that could not be used in their last sweep"),
    SITE_MISSING(SITE, "modules-missing", "", "battery modules without an answer in the last sweep"),
    SITE_HISTORY(SITE, "history", "", "1 while the history is written, 0 while it cannot be"),
    SITE_TIME(SITE, "image-time", "s", "when all these values were so, seconds since 1970 UTC"),

    STRING_VOLTAGE(STRING, "voltage", "mV", "voltage of the whole string; missing blocks counted with the mean"),
    STRING_MEAN(STRING, "mean-voltage", "mV", "mean block voltage"),
    STRING_LOWEST(STRING, "lowest-voltage", "mV", "lowest block voltage"),
    STRING_LOWEST_BLOCK(STRING, "lowest-block", "", "number of that block in the string, from 1"),
    STRING_HIGHEST(STRING, "highest-voltage", "mV", "highest block voltage"),
    STRING_HIGHEST_BLOCK(STRING, "highest-block", "", "number of that block in the string, from 1"),
    STRING_CURRENT(STRING, "current", "mA", "string current; positive charges, negative discharges"),
    STRING_AMBIENT(STRING, "ambient-temperature", "0.01 °C", "temperature of the air around the string"),
    STRING_COOLEST(STRING, "lowest-temperature", "0.01 °C", "of its blocks"),
    STRING_HOTTEST(STRING, "highest-temperature", "0.01 °C", "of its blocks"),
    STRING_HOTTEST_BLOCK(STRING, "hottest-block", "", "number of the hottest block in the string, from 1"),
    STRING_TARGET(STRING, "target-voltage", "mV", "voltage its blocks are equalized to; 0 before there is one"),
    STRING_STATE(STRING, "state", "", "0 unknown, 1 float, 2 boost, 3 recharge, 4 discharge, 5 rest"),
    STRING_STATE_SINCE(STRING, "state-since", "s", "since when, seconds since 1970 UTC"),
    STRING_PHASE(STRING, "equalizing", "", "0 off, 1 paused, 2 working, 3 converged, 4 not correctable"),
    STRING_DUTY(STRING, "largest-duty", "permille", "largest duty of a bypass"),
    STRING_GOOD(STRING, "good-blocks", "", "blocks with a good voltage"),
    STRING_BLOCKS(STRING, "blocks", "", "blocks installed"),
    STRING_FIRST(STRING, "first-block", "", "place of its first block among all blocks of the site, from 1"),
    STRING_RUNAWAY(STRING, "runaway", "", "thermal runaway guard: 0 normal, 1 warning, 2 alarm, 3 trip"),
    STRING_WARNINGS(STRING, "warning-kinds", "", "kinds of warnings that are active, a bit each"),
    STRING_ALARM_KINDS(STRING, "alarm-kinds", "", "kinds of alarms that are active, a bit each"),
    STRING_CHARGER(STRING, "charger-mis-set", "", "1 while the charger holds another voltage than the configured one"),

    BLOCK_VOLTAGE(BLOCK, "voltage", "mV", "terminal voltage"),
    BLOCK_TEMPERATURE(BLOCK, "temperature", "0.01 °C", "surface temperature"),
    BLOCK_RESISTANCE(BLOCK, "resistance", "µΩ", "internal resistance as measured"),
    BLOCK_DUTY(BLOCK, "duty", "permille", "duty of its bypass"),
    BLOCK_WARNINGS(BLOCK, "warning-kinds", "", "kinds of warnings that are active, a bit each"),
    BLOCK_ALARM_KINDS(BLOCK, "alarm-kinds", "", "kinds of alarms that are active, a bit each"),
    BLOCK_EQUALIZING(BLOCK, "equalizing", "", "0 takes part, 1 left out, 2 cannot be brought into the band"),

    LINE_UP(LINE, "up", "", "1 when it could be used in its last sweep"),
    LINE_MODULES(LINE, "modules", "", "battery modules on it"),
    LINE_MISSING(LINE, "missing", "", "battery modules without an answer in the last sweep"),
    LINE_SWEEPS(LINE, "sweeps", "", "sweeps since the start of the server"),
    LINE_SWEPT(LINE, "last-sweep", "s", "when it was swept last, seconds since 1970 UTC"),
    LINE_MILLIS(LINE, "sweep-time", "ms", "what the last sweep took"),

    RELAY_ENERGISED(RELAY_MODULE, "relays", "", "relays that are energised, bit 0 for relay 1"),
    RELAY_INPUTS(RELAY_MODULE, "inputs", "", "inputs that are on, bit 0 for input 1"),
    RELAY_CHANGES(RELAY_MODULE, "input-changes", "", "changes of each input modulo 16, four bits each, input 1 lowest"),

    BREAKER_POSITION(BREAKER, "position", "", "0 unknown, 1 closed, 2 open"),
    BREAKER_MODE(BREAKER, "mode", "", "what it may do by itself: 0 disarmed, 1 shadow, 2 armed"),
    BREAKER_PHASE(BREAKER, "phase", "",
            "0 watching, 1 countdown, 2 put off, 3 opening, 4 would be open (shadow), 5 open, 6 did not open"),
    BREAKER_LEFT(BREAKER, "seconds-left", "s", "of countdown or postponement"),
    BREAKER_READY(BREAKER, "can-trip", "", "1 when it could be opened now"),

    ALARM_SEQUENCE(ALARM, "sequence", "", "grows with every raise on this server; names the alarm when acknowledging"),
    ALARM_CODE(ALARM, "code", "", "which alarm: the table of alarm codes"),
    ALARM_STATE(ALARM, "state", "",
            "1 active, 2 active and acknowledged, 3 gone, 4 gone and latched, 5 gone, latched and acknowledged"),
    ALARM_LEVEL(ALARM, "level", "", "1 warning, 2 alarm"),
    ALARM_PRIORITY(ALARM, "priority", "", "1 urgent, 2 high, 3 low"),
    ALARM_SUBJECT(ALARM, "subject", "", "what it is about: 0 the server, 1 block, 2 string, 3 line, 4 breaker"),
    ALARM_ROW(ALARM, "subject-row", "", "its place among those of the site, from 1; 0 for the server"),
    ALARM_VALUE(ALARM, "value", "", "what was seen when it was raised, in the unit of the alarm"),
    ALARM_LIMIT(ALARM, "limit", "", "what it was beyond"),
    ALARM_RAISED(ALARM, "raised", "s", "when it was raised last, seconds since 1970 UTC");

    private final PointSubject subject;
    private final String key;
    private final String unit;
    private final String words;

    PointColumn(PointSubject subject, String key, String unit, String words) {
        this.subject = subject;
        this.key = key;
        this.unit = unit;
        this.words = words;
    }

    /** Returns what it is told of. */
    public PointSubject subject() {
        return subject;
    }

    /** Returns its name, unique within its subject. */
    public String key() {
        return key;
    }

    /** Returns the unit of its numbers; empty for counts, codes and bits. */
    public String unit() {
        return unit;
    }

    /** Returns what it says, for people. */
    public String words() {
        return words;
    }

    /** Returns those of a subject, in order. */
    public static List<PointColumn> of(PointSubject subject) {
        return Stream.of(values()).filter(column -> column.subject == subject).toList();
    }
}
