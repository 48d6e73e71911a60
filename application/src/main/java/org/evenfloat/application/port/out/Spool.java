// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.event.Event;

/**
 * Keeps sweeps and events aside while the {@link HistoryStore} fails, over a restart too. Events and sweeps are two
 * queues, each first in, first out. Keeps to its size limit by giving up the oldest sweeps first and the oldest
 * events only when there are no sweeps left. What was read is dropped by a call of its own; after the death of the
 * process entries read shortly before may come once more. For one thread, except {@link #waiting()}.
 */
public interface Spool extends AutoCloseable {

    /** Appends events in order and returns how many sweeps and events were given up to make room. */
    int keepEvents(List<Event> events) throws HistoryFailure;

    /** Appends a sweep and returns how many sweeps and events were given up to make room. */
    int keepSweep(KeptSweep sweep) throws HistoryFailure;

    /** Returns the oldest events, at most {@code limit}, without dropping them; empty when there are none. */
    List<Event> firstEvents(int limit) throws HistoryFailure;

    /** Drops the {@code count} oldest events; they have been returned by {@link #firstEvents} before. */
    void dropEvents(int count) throws HistoryFailure;

    /** Returns the oldest sweep without dropping it, or empty when there is none. */
    Optional<KeptSweep> firstSweep() throws HistoryFailure;

    /** Drops the oldest sweep; it has been returned by {@link #firstSweep()} before. */
    void dropSweep() throws HistoryFailure;

    /** Returns how many sweeps and events are kept. Safe for any thread. */
    long waiting();

    @Override
    void close();
}
