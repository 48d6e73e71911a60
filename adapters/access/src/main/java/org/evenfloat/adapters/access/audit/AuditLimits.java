// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

/**
 * Every limit of the audit in one place.
 *
 * @param fileBytes a file that would become larger is followed by a new one
 * @param budgetBytes all files together; the oldest go when it is used up, which is written down
 * @param freeBytes nothing is done that would have to be written down when the disk has less room than this
 * @param waitMillis longest wait for another process that writes
 */
record AuditLimits(long fileBytes, long budgetBytes, long freeBytes, long waitMillis) {

    /** Longest text of an entry, in characters; a longer one is cut. Enough for the difference of some settings. */
    static final int TEXT = 4_096;

    /** Longest name, address, verb or target, in characters. */
    static final int WORD = 256;

    /** Longer than any line: two texts and four words in which every character is escaped, and what stands around. */
    static final int LINE_BYTES = 64 * 1024;

    static final AuditLimits USUAL = new AuditLimits(8L << 20, 512L << 20, 1L << 20, 5_000);
}
