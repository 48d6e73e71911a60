// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

/**
 * Every limit of the records in one place.
 *
 * @param fileBytes a file that has become larger is followed by a new one
 * @param budgetBytes all files together; the oldest go when it is used up
 * @param months so many months with records are kept
 */
record RecordLimits(long fileBytes, long budgetBytes, int months) {

    static final RecordLimits USUAL = new RecordLimits(8L << 20, 200_000_000, 24);
}
