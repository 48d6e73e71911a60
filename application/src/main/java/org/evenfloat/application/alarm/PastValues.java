// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.Arrays;
import org.evenfloat.domain.alarm.AlarmSide;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.state.StringState;

/** Makes the column that an alarm looks at of a point of the history: of each block the value nearest to an alarm. */
final class PastValues implements PastColumn {

    private final AlarmSide side;
    private final boolean besideMedian;
    private final int[] columns;
    private final int[] values;

    /**
     * @param besideMedian whether values count beside the median of all columns
     * @param columns which columns of the history are wanted
     */
    PastValues(AlarmSide side, boolean besideMedian, int[] columns) {
        this.side = side;
        this.besideMedian = besideMedian;
        this.columns = columns;
        this.values = new int[columns.length];
    }

    @Override
    public int[] of(HistoryRanges ranges, int point, StringState state, long atMillis) {
        int[] all = side == AlarmSide.LOW ? ranges.min()[point] : ranges.max()[point];
        int middle = besideMedian ? median(ranges, point, all) : 0;
        for (int i = 0; i < columns.length; i++) {
            boolean known = ranges.measured(point, columns[i]) && middle != AlarmSignal.UNKNOWN;
            values[i] = known ? all[columns[i]] - middle : AlarmSignal.UNKNOWN;
        }
        return values;
    }

    private static int median(HistoryRanges ranges, int point, int[] all) {
        int[] known = new int[all.length];
        int count = 0;
        for (int column = 0; column < all.length; column++) {
            if (ranges.measured(point, column)) {
                known[count++] = all[column];
            }
        }
        if (count == 0) {
            return AlarmSignal.UNKNOWN;
        }
        Arrays.sort(known, 0, count);
        return (known[(count - 1) / 2] + known[count / 2]) / 2;
    }
}
