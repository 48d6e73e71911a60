// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.alarm.AlarmAmounts;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmTable;

/** Records of alarms as a table for spreadsheets (RFC 4180). */
final class AlarmCsv {

    static final String HEADING = "number,at,definition,subject,action,state,priority,value,limit,who,comment,until,"
            + "sentence\r\n";

    /** A text that begins like this is a formula for a spreadsheet. */
    private static final String FORMULA = "=+-@\t\r";

    private final AlarmSentence sentence;
    private final ZoneId zone;

    AlarmCsv(AlarmSentence sentence, ZoneId zone) {
        this.sentence = sentence;
        this.zone = zone;
    }

    void row(StringBuilder text, AlarmRecord record) {
        Optional<AlarmDefinition> definition = AlarmTable.find(record.definition());
        text.append(record.number()).append(',').append(Instants.iso(record.atMillis(), zone));
        for (String cell : List.of(
                record.definition(), record.subject(), record.action().name(), record.state().name(),
                definition.map(known -> known.priority().name()).orElse(""),
                definition.map(known -> AlarmAmounts.value(known, record.value(), record.limit())).orElse(""),
                definition.map(known -> AlarmAmounts.limit(known, record.limit())).orElse(""), record.who(),
                record.comment(), record.untilMillis() == 0 ? "" : Instants.iso(record.untilMillis(), zone),
                sentence.of(record))) {
            text.append(',');
            cell(text, cell);
        }
        text.append("\r\n");
    }

    private static void cell(StringBuilder row, String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !number(text);
        if (!formula && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')) {
            row.append(text);
        } else {
            row.append('"').append(formula ? "'" : "").append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** A value below zero is none. */
    private static boolean number(String text) {
        return text.matches("-[0-9.]+ ?[^0-9=+\\-@()|!]{0,3}");
    }
}
