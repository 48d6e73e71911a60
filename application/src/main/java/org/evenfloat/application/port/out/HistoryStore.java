// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Keeps sweeps and events. What an append returned from survives the death of the process. Safe for one writing
 * and several reading threads. Keeps to its size limit by dropping the oldest sweeps.
 */
public interface HistoryStore extends AutoCloseable {

    /** Appends events in order, all or none. */
    void appendEvents(List<Event> events) throws HistoryFailure;

    /**
     * Appends one sweep.
     *
     * @param states code of the string state per module row ({@code StringState.ordinal()}), {@code moduleCount} long
     */
    void appendSweep(LineRoster roster, SweepImage image, byte[] states) throws HistoryFailure;

    /**
     * Returns what is known of a block between two instants, both inclusive, epoch ms.
     *
     * @param points largest number of points wanted, 1 to 10,000; more samples than that are summarised
     */
    HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure;

    /** Returns the same of a sensor: a series of one column, mA or 0.01 °C. */
    HistorySeries sensor(String sensorId, long fromMillis, long toMillis, int points) throws HistoryFailure;

    /**
     * Returns what is known of many blocks and sensors; those that are not known have no usable sample in any point.
     * Reads every sweep once for all of them.
     */
    HistoryRanges ranges(RangeQuestion question) throws HistoryFailure;

    /** Returns events between two instants, newest first, at most {@code limit}. */
    List<Event> events(long fromMillis, long toMillis, int limit) throws HistoryFailure;

    @Override
    void close();
}
