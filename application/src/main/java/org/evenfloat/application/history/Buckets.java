// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

/**
 * Equal durations into which a time is cut.
 *
 * @param firstMillis where the first begins, epoch ms
 * @param bucketMillis duration of each
 * @param count how many
 */
record Buckets(long firstMillis, long bucketMillis, int count) {

    /** Cuts the time from {@code firstMillis} to {@code lastMillis}, both inclusive. */
    static Buckets over(long firstMillis, long lastMillis, int count) {
        return new Buckets(firstMillis, Math.max(0, lastMillis - firstMillis) / count + 1, count);
    }

    /** Returns the number of the one in which an instant lies, or of the nearest. */
    int of(long atMillis) {
        long bucket = (atMillis - firstMillis) / bucketMillis;
        return (int) Math.max(0, Math.min(count - 1, bucket));
    }
}
