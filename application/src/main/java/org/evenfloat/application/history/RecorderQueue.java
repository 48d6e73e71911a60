// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.MeasurementKind;

/**
 * Sweeps and events in memory on their way to the store, bounded by count and bytes. When there is no room the
 * oldest sweeps are given up first, the oldest events only when no sweep is left. The lock is held only while
 * references move, never over anything slow.
 */
final class RecorderQueue {

    /** An object, its two strings and their headers, about. */
    private static final int EVENT_BYTES = 160;
    /** A sweep's objects and array headers, about. */
    private static final int SWEEP_BYTES = 400;

    private final HistoryRecorder.Limits limits;
    private final Deque<Event> events = new ArrayDeque<>();
    private final Deque<KeptSweep> sweeps = new ArrayDeque<>();
    private long bytes;
    private long lost;

    RecorderQueue(HistoryRecorder.Limits limits) {
        this.limits = limits;
    }

    synchronized void addEvents(List<Event> added) {
        for (Event event : added) {
            events.addLast(event);
            bytes += bytes(event);
        }
        keepToLimits();
    }

    synchronized void addSweep(KeptSweep sweep) {
        sweeps.addLast(sweep);
        bytes += bytes(sweep);
        keepToLimits();
    }

    /** Takes the oldest events out, at most {@code limit}. */
    synchronized List<Event> takeEvents(int limit) {
        List<Event> taken = new ArrayList<>();
        while (taken.size() < limit && !events.isEmpty()) {
            Event event = events.removeFirst();
            bytes -= bytes(event);
            taken.add(event);
        }
        return taken;
    }

    /** Takes the oldest sweep out, null when there is none. */
    synchronized KeptSweep takeSweep() {
        KeptSweep sweep = sweeps.pollFirst();
        bytes -= sweep == null ? 0 : bytes(sweep);
        return sweep;
    }

    /** Puts events that were taken out back in front. */
    synchronized void putBack(List<Event> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            events.addFirst(taken.get(i));
            bytes += bytes(taken.get(i));
        }
        keepToLimits();
    }

    /** Puts a sweep that was taken out back in front. */
    synchronized void putBack(KeptSweep sweep) {
        sweeps.addFirst(sweep);
        bytes += bytes(sweep);
        keepToLimits();
    }

    synchronized long waiting() {
        return (long) events.size() + sweeps.size();
    }

    synchronized long lost() {
        return lost;
    }

    private void keepToLimits() {
        while (sweeps.size() > limits.sweeps() || bytes > limits.bytes() && !sweeps.isEmpty()) {
            bytes -= bytes(sweeps.removeFirst());
            lost++;
        }
        while (events.size() > limits.events() || bytes > limits.bytes() && !events.isEmpty()) {
            bytes -= bytes(events.removeFirst());
            lost++;
        }
    }

    private static long bytes(Event event) {
        return EVENT_BYTES + 2L * (event.subject().length() + event.text().length());
    }

    private static long bytes(KeptSweep sweep) {
        long perModule = MeasurementKind.count() * (Integer.BYTES + 1L) + 1;
        return SWEEP_BYTES + sweep.image().moduleCount() * perModule
                + sweep.image().sensorCount() * (Integer.BYTES + 1L);
    }
}
