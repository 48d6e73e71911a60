// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Set;

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
}
