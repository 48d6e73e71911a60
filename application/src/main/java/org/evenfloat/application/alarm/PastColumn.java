// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.state.StringState;

/** Makes the column that an alarm looks at of the points of a history, in the order of time. */
interface PastColumn {

    /**
     * Returns the values at an instant of a point, one a block; the array is used again with the next.
     *
     * @param state of the string; null when nobody knows
     * @param atMillis epoch ms, within the time that the point stands for
     */
    int[] of(HistoryRanges ranges, int point, StringState state, long atMillis);
}
