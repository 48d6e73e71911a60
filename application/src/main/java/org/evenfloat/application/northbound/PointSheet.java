// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.Arrays;
import java.util.List;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.measure.Quality;

/** An image that is being filled in: what nobody puts stays MISSING. */
final class PointSheet {

    private static final long LARGEST_SECONDS = 0xFFFF_FFFEL;
    private static final long MILLIS = 1_000;

    private final PointTable table;
    private final int[] values;
    private final byte[] qualities;

    PointSheet(PointTable table) {
        this.table = table;
        this.values = new int[table.size()];
        this.qualities = new byte[table.size()];
        Arrays.fill(qualities, Quality.MISSING.code());
    }

    PointTable table() {
        return table;
    }

    void put(PointColumn column, int row, int value) {
        put(column, row, value, Quality.GOOD.code());
    }

    void put(PointColumn column, int row, int value, byte quality) {
        int index = table.base(column) + row;
        values[index] = value;
        qualities[index] = quality;
    }

    void flag(PointColumn column, int row, boolean so) {
        put(column, row, so ? 1 : 0);
    }

    /** Puts a time in whole seconds since 1970, unsigned; 0 ms stays MISSING: it has never been. */
    void time(PointColumn column, int row, long atMillis) {
        if (atMillis > 0) {
            put(column, row, (int) Math.min(LARGEST_SECONDS, atMillis / MILLIS));
        }
    }

    void add(PointColumn column, int row, int bits) {
        int index = table.base(column) + row;
        values[index] |= bits;
        qualities[index] = Quality.GOOD.code();
    }

    NorthboundImage image(long number, long atMillis, List<Alarm> alarms) {
        return new NorthboundImage(table, number, atMillis, values, qualities, alarms);
    }
}
