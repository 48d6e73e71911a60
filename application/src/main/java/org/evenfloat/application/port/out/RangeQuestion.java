// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.measure.MeasurementKind;

/**
 * What the history is asked for when many blocks are wanted at once, over a time whose both ends are inclusive. The
 * answer has one column a block and then one a sensor, in this order.
 *
 * @param blocks ids of blocks, one or more
 * @param kind what is wanted of them
 * @param sensors ids of sensors, none or more
 * @param fromMillis epoch ms
 * @param toMillis epoch ms, not before {@code fromMillis}
 * @param points largest number of points wanted, 1 to {@link #MAX_POINTS}; more samples than that are summarised
 */
public record RangeQuestion(
        List<String> blocks, MeasurementKind kind, List<String> sensors, long fromMillis, long toMillis, int points) {

    /** Largest number of points of one answer. */
    public static final int MAX_POINTS = 2_000;

    /** Largest number of blocks by points of one answer: 8 MB while it is put together. */
    public static final int MAX_VALUES = 1_000_000;

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException naming every part that is out of bounds
     */
    public RangeQuestion {
        blocks = List.copyOf(blocks);
        sensors = List.copyOf(sensors);
        List<String> problems = new ArrayList<>();
        if (blocks.isEmpty()) {
            problems.add("blocks: none - one or more");
        }
        if (toMillis < fromMillis) {
            problems.add("toMillis: " + toMillis + " - not before fromMillis, " + fromMillis);
        }
        if (points < 1 || points > MAX_POINTS) {
            problems.add("points: " + points + " - 1 to " + MAX_POINTS);
        } else if (points > mostPoints(blocks.size())) {
            problems.add("points: " + points + " - at most " + mostPoints(blocks.size()) + " for " + blocks.size()
                    + " blocks");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Returns the largest number of points for so many blocks. */
    public static int mostPoints(int blocks) {
        return Math.min(MAX_POINTS, MAX_VALUES / Math.max(1, blocks));
    }

    /** Returns the same question about another time. */
    public RangeQuestion between(long otherFromMillis, long otherToMillis) {
        return new RangeQuestion(blocks, kind, sensors, otherFromMillis, otherToMillis, points);
    }

    /** Returns the number of columns of the answer. */
    public int columns() {
        return blocks.size() + sensors.size();
    }
}
