// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.evenfloat.application.alarm.AlarmRows;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;

/** What alarms look at of one line and its modules. One thread; allocates nothing. */
final class LineSignals implements AlarmRows.Columns {

    private final int[] down = new int[1];
    private final int[] silent;
    private final int[] notAddressed;
    private final boolean[] heard;
    private final IntPredicate known;

    /** @param known whether a module has ever been heard at the address of a row, also in an earlier run */
    LineSignals(int modules, IntPredicate known) {
        this.silent = new int[modules];
        this.notAddressed = new int[modules];
        this.heard = new boolean[modules];
        this.known = known;
    }

    /** A line that is down says nothing of its modules. */
    void take(SweepImage image) {
        down[0] = image.lineUp() ? 0 : 1;
        if (!image.lineUp()) {
            Arrays.fill(silent, AlarmSignal.UNKNOWN);
            Arrays.fill(notAddressed, AlarmSignal.UNKNOWN);
            return;
        }
        for (int row = 0; row < silent.length; row++) {
            boolean answers = image.quality(MeasurementKind.VOLTAGE, row) != Quality.MISSING;
            heard[row] = heard[row] || answers || known.test(row);
            silent[row] = !answers && heard[row] ? 1 : 0;
            notAddressed[row] = !answers && !heard[row] ? 1 : 0;
        }
    }

    @Override
    public int[] of(AlarmSignal signal) {
        return switch (signal) {
            case LINE_DOWN -> down;
            case MODULE_SILENT -> silent;
            case MODULE_NOT_ADDRESSED -> notAddressed;
            default -> throw new IllegalArgumentException(signal + ": is not about a line");
        };
    }
}
