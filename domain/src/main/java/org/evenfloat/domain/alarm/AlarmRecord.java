// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * One change of an alarm, as it is kept.
 *
 * @param number counted from 1 without a gap
 * @param atMillis when, epoch ms
 * @param definition id of the row of the table
 * @param subject what it was about
 * @param action what happened
 * @param state what it became
 * @param value what was seen, in the unit of the signal; of the raise when nothing new was seen
 * @param limit what it was beyond
 * @param who did it; {@code server} when nobody did
 * @param comment in his words, or why it is hidden; may be empty
 * @param untilMillis until when it is hidden, epoch ms; 0 otherwise
 */
public record AlarmRecord(
        long number, long atMillis, String definition, String subject, AlarmAction action, AlarmState state, int value,
        int limit, String who, String comment, long untilMillis) {}
