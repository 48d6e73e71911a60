// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLevel;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/**
 * Says alarms in one sentence each, with what people call the thing, value and limit, such as "Voltage of block A1-17
 * (S/N 4711) is low in float: 13.210 V, limit 13.3 V." Made from one state of the site's names. Immutable.
 */
public final class AlarmSentence {

    /** They are 0 when there is no discharge. */
    private static final Set<AlarmSignal> OF_DISCHARGE =
            EnumSet.of(AlarmSignal.BLOCK_IN_DISCHARGE, AlarmSignal.DISCHARGE_TIME);

    private static final Pattern A_BLOCK = Pattern.compile("\\b[aA] block\\b");
    private static final Pattern A_STRING = Pattern.compile("\\b[aA] string\\b");
    private static final Pattern A_LINE = Pattern.compile("\\b[aA] line\\b");
    private static final Pattern A_BREAKER = Pattern.compile("\\b[aA] breaker\\b");
    private static final Pattern A_MODULE = Pattern.compile("\\b[aA] battery module\\b");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final ZoneId zone;

    /** @param site with the names and labels that people know */
    public AlarmSentence(Site site) {
        zone = site.timeZone();
        site.strings().forEach(string -> {
            names.put(string.id(), string.name());
            for (Block block : string.blocks()) {
                if (!block.label().isEmpty()) {
                    labels.put(block.id(), block.label());
                }
            }
        });
    }

    /** Returns what an alarm says. */
    public String of(Alarm alarm) {
        AlarmDefinition definition = alarm.point().definition();
        String condition = capital(condition(definition, alarm.point().subject()));
        if (alarm.raisedAtMillis() == 0) {
            return condition + ": hidden, and never raised so far.";
        }
        return condition + amounts(definition, alarm.value(), alarm.limit())
                + (alarm.state().active() ? "." : "; gone meanwhile.");
    }

    /** Returns what happened to an alarm. */
    public String of(AlarmRecord record) {
        Optional<AlarmDefinition> known = AlarmTable.find(record.definition());
        String condition = known.map(definition -> condition(definition, record.subject()))
                .orElse(record.definition() + " of " + record.subject());
        String amounts = known.map(definition -> amounts(definition, record.value(), record.limit())).orElse("");
        String said = record.comment().isEmpty() ? "" : "; " + words(record.comment());
        String who = record.who().equals(AlarmDesk.SERVER) ? "" : " by " + record.who();
        return switch (record.action()) {
            case RAISE -> (record.state().hidden() ? "Hidden: " + condition : capital(condition)) + amounts + said;
            case RETURN -> "Gone: " + condition + (said.isEmpty() ? now(known, record) : said);
            case ACKNOWLEDGE -> "Acknowledged" + who + ": " + condition + said;
            case RESET -> "Reset" + who + ": " + condition + said;
            case HIDE -> "Hidden" + who + until(record.untilMillis()) + ": " + condition + said;
            case SHOW -> "Shown again: " + condition + said;
        } + ".";
    }

    private static String now(Optional<AlarmDefinition> known, AlarmRecord record) {
        if (record.value() == 0 && known.filter(row -> OF_DISCHARGE.contains(row.signal())).isPresent()) {
            return "; that discharge is over";
        }
        String value = known.map(each -> AlarmAmounts.value(each, record.value(), record.limit())).orElse("");
        return value.isEmpty() ? "" : "; now " + value;
    }

    private String until(long millis) {
        return millis == 0 ? "" : " until " + MINUTE.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** What the server says of hiding begins with the name of the reason. */
    private static String words(String comment) {
        String text = comment.endsWith(".") ? comment.substring(0, comment.length() - 1) : comment;
        for (HideReason reason : HideReason.values()) {
            if (text.startsWith(reason.name())) {
                return noun(reason) + text.substring(reason.name().length());
            }
        }
        return text;
    }

    private static String noun(HideReason reason) {
        return switch (reason) {
            case SHELVED -> "shelving";
            case SUPPRESSED -> "suppression by the state of the string";
            case OUT_OF_SERVICE -> "out of service";
            case GROUPED -> "another alarm says it for all";
        };
    }

    /** Puts the thing in place of "a block" and the like; begins with a small letter. */
    private String condition(AlarmDefinition definition, String subject) {
        String meaning = small(definition.words().meaning());
        AlarmScope scope = definition.signal().scope();
        return switch (scope) {
            case BLOCK -> A_MODULE.matcher(meaning).find()
                    ? put(A_MODULE, meaning, "the battery module of block " + named(subject, labels))
                    : put(A_BLOCK, meaning, "block " + named(subject, labels));
            case STRING -> put(A_STRING, meaning, "string " + named(subject, names));
            case LINE -> put(A_LINE, meaning, "line " + subject);
            case BREAKER -> put(A_BREAKER, meaning, "breaker " + subject);
            case SERVER -> meaning;
        };
    }

    private static String put(Pattern thing, String meaning, String name) {
        Matcher matcher = thing.matcher(meaning);
        return matcher.find() ? matcher.replaceFirst(Matcher.quoteReplacement(name)) : name + ": " + meaning;
    }

    private static String named(String id, Map<String, String> names) {
        String name = names.getOrDefault(id, "");
        return name.isEmpty() || name.equals(id) || name.equals("String " + id) ? id : id + " (" + name + ")";
    }

    private static String amounts(AlarmDefinition definition, int value, int limit) {
        AlarmSignal signal = definition.signal();
        if (AlarmAmounts.isVerdict(definition, limit)) {
            return definition.level() == AlarmLevel.ALARM ? ": it has collapsed" : "";
        }
        if (!definition.hasLimit() || signal == AlarmSignal.DISCHARGE_TIME && limit == 0) {
            return "";
        }
        String seen = AlarmAmounts.value(definition, value, limit);
        return ": " + switch (signal) {
            case STRING_VOLTAGE -> seen + " per block";
            case BLOCK_RESISTANCE_RISE -> seen + " from its reference";
            case BLOCK_IN_DISCHARGE -> seen + " below its string";
            case STRING_VOLTAGE_DEVIATION, STRING_CURRENT_DEVIATION -> seen + " from their mean";
            case TEMPERATURE_SPREAD -> seen + " between the warmest and the coolest";
            case DISCHARGE_TIME -> "for " + seen;
            case CLOCK_JUMP -> "by " + seen;
            case DISK_FREE -> seen + " free";
            case HISTORY_BACKLOG -> seen + " sweeps and events";
            default -> seen;
        } + ", limit " + AlarmAmounts.limit(definition, limit);
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
