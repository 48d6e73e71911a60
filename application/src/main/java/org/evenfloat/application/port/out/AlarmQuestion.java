// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Set;
import org.evenfloat.domain.alarm.AlarmRecord;

/**
 * Which records of alarms are wanted.
 *
 * @param fromMillis not before, epoch ms
 * @param toMillis not after, epoch ms
 * @param beforeNumber only those with a lower number; {@code Long.MAX_VALUE} for all
 * @param definitions ids of rows of the table; empty for all
 * @param subjects ids of blocks, strings, lines; empty for all
 * @param most largest number wanted, 1 to {@link AlarmStore#MOST_RECORDS}
 */
public record AlarmQuestion(
        long fromMillis, long toMillis, long beforeNumber, Set<String> definitions, Set<String> subjects, int most) {

    public AlarmQuestion {
        definitions = Set.copyOf(definitions);
        subjects = Set.copyOf(subjects);
    }

    /** Returns whether a record is wanted, however many there are. */
    public boolean wants(AlarmRecord record) {
        return record.atMillis() >= fromMillis && record.atMillis() <= toMillis && record.number() < beforeNumber
                && (definitions.isEmpty() || definitions.contains(record.definition()))
                && (subjects.isEmpty() || subjects.contains(record.subject()));
    }

    /** Returns the same question about older records, and fewer of them. */
    public AlarmQuestion rest(long before, int fewer) {
        return new AlarmQuestion(fromMillis, toMillis, before, definitions, subjects, fewer);
    }
}
