// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.Arrays;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.health.DischargeWatch;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/**
 * How far blocks had fallen below their string in the discharges of a history: the watch on a discharge looks at the
 * stored voltages, at the lowest where a point stands for several sweeps. Without the states of the string nobody knows
 * when it was discharged: then nothing is known of its blocks.
 */
final class PastDischarge implements PastColumn {

    private static final double MILLIVOLTS = 1_000;

    private final DischargeWatch watch;
    private final int[] columns;
    private final double[] volts;
    private final int[] values;
    private StringState before;

    /**
     * @param string whose blocks are all in the history that is read, in its order
     * @param columns which of them are wanted
     */
    PastDischarge(BatteryString string, int[] columns) {
        this.watch = new DischargeWatch(string.size(), string.blockType());
        this.columns = columns;
        this.volts = new double[string.size()];
        this.values = new int[columns.length];
    }

    @Override
    public int[] of(HistoryRanges ranges, int point, StringState state, long atMillis) {
        if (state == StringState.DISCHARGE) {
            if (before != state) {
                watch.begin();
            }
            for (int block = 0; block < volts.length; block++) {
                volts[block] = ranges.measured(point, block) ? ranges.min()[point][block] / MILLIVOLTS : Double.NaN;
            }
            watch.sample(atMillis, volts);
            for (int i = 0; i < values.length; i++) {
                values[i] = watch.belowPermille(columns[i]);
            }
        } else {
            Arrays.fill(values, state == null || state == StringState.UNKNOWN ? AlarmSignal.UNKNOWN : 0);
        }
        before = state;
        return values;
    }
}
