// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.measure.Quality;

/**
 * All values of all points at one moment: what a northbound answer is made from, so that none mixes two sweeps. Immutable;
 * values and qualities lie packed in the order of the {@link PointTable}.
 */
public final class NorthboundImage {

    private final PointTable table;
    private final long number;
    private final long atMillis;
    private final int[] values;
    private final byte[] qualities;
    private final List<Alarm> alarms;

    NorthboundImage(PointTable table, long number, long atMillis, int[] values, byte[] qualities, List<Alarm> alarms) {
        this.table = table;
        this.number = number;
        this.atMillis = atMillis;
        this.values = values;
        this.qualities = qualities;
        this.alarms = List.copyOf(alarms);
    }

    /** Returns an image of number 0 in which nothing is known, for before the first one. */
    public static NorthboundImage nothing(PointTable table) {
        return new PointSheet(table).image(0, 0, List.of());
    }

    /** Returns the points that it has values of. */
    public PointTable table() {
        return table;
    }

    /** Returns its number: 1 for the first image of this run, then one more each. */
    public long number() {
        return number;
    }

    /** Returns when all this was so, epoch ms. */
    public long atMillis() {
        return atMillis;
    }

    /** Returns a value in the unit of its column; while its quality is MISSING it means nothing. */
    public int value(PointColumn column, int row) {
        return values[table.base(column) + row];
    }

    /** Returns how far a value may be trusted. */
    public Quality quality(PointColumn column, int row) {
        return Quality.of(qualities[table.base(column) + row]);
    }

    /** Returns whether there is a value at all. */
    public boolean known(PointColumn column, int row) {
        return qualities[table.base(column) + row] != Quality.MISSING.code();
    }

    /** Returns every alarm that stands, the most urgent first. */
    public List<Alarm> alarms() {
        return alarms;
    }
}
