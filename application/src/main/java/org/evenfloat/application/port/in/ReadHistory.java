// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;

/** Reads what was: the last two hours from memory at full rate, everything before from the store. */
public interface ReadHistory {

    /** Largest number of points one answer holds. */
    int MAX_POINTS = 10_000;

    /**
     * Returns the history of a block between two instants, both inclusive.
     *
     * @param blockId id of a block of the site
     * @param fromMillis epoch ms
     * @param toMillis epoch ms, not before {@code fromMillis}
     * @param points largest number of points wanted, 1 to {@link #MAX_POINTS}
     */
    HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure;

    /**
     * Returns the history of many blocks of the site, and of sensors, at once; reads every sweep once for all of them.
     */
    HistoryRanges ranges(RangeQuestion question) throws HistoryFailure;

    /** Returns events between two instants, newest first, at most {@code limit}. */
    List<Event> events(long fromMillis, long toMillis, int limit) throws HistoryFailure;
}
