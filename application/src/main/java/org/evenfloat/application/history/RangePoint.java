// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.Arrays;

/** One point of ranges while they are being put together: lowest and highest of each column. For one thread. */
public final class RangePoint {

    private final int source;
    private final int[] min;
    private final int[] max;
    private long fromMillis;
    private long toMillis;

    RangePoint(int source, long fromMillis, long toMillis, int[] min, int[] max) {
        this.source = source;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.min = min;
        this.max = max;
    }

    static RangePoint empty(int source, long atMillis, int columns) {
        int[] min = new int[columns];
        int[] max = new int[columns];
        Arrays.fill(min, Integer.MAX_VALUE);
        Arrays.fill(max, Integer.MIN_VALUE);
        return new RangePoint(source, atMillis, atMillis, min, max);
    }

    /** Takes one usable value. */
    public void take(int column, int value) {
        min[column] = Math.min(min[column], value);
        max[column] = Math.max(max[column], value);
    }

    void span(long otherFromMillis, long otherToMillis) {
        fromMillis = Math.min(fromMillis, otherFromMillis);
        toMillis = Math.max(toMillis, otherToMillis);
    }

    void take(RangePoint other) {
        span(other.fromMillis, other.toMillis);
        for (int column = 0; column < min.length; column++) {
            min[column] = Math.min(min[column], other.min[column]);
            max[column] = Math.max(max[column], other.max[column]);
        }
    }

    int source() {
        return source;
    }

    long fromMillis() {
        return fromMillis;
    }

    long toMillis() {
        return toMillis;
    }

    int[] min() {
        return min;
    }

    int[] max() {
        return max;
    }
}
