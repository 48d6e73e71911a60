// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.event.Event;

/** A spool in memory for at most {@code limit} entries that fails when it is told to. */
final class MemorySpool implements Spool {

    private final int limit;
    final List<Event> events = new ArrayList<>();
    final List<KeptSweep> sweeps = new ArrayList<>();
    boolean broken;

    MemorySpool(int limit) {
        this.limit = limit;
    }

    private int trim() {
        int lost = 0;
        while (waiting() > limit) {
            (sweeps.isEmpty() ? events : sweeps).remove(0);
            lost++;
        }
        return lost;
    }

    private void requireWorking() throws HistoryFailure {
        if (broken) {
            throw new HistoryFailure("spool is full", null);
        }
    }

    @Override
    public int keepEvents(List<Event> kept) throws HistoryFailure {
        requireWorking();
        events.addAll(kept);
        return trim();
    }

    @Override
    public int keepSweep(KeptSweep sweep) throws HistoryFailure {
        requireWorking();
        sweeps.add(sweep);
        return trim();
    }

    @Override
    public List<Event> firstEvents(int count) {
        return List.copyOf(events.subList(0, Math.min(count, events.size())));
    }

    @Override
    public void dropEvents(int count) throws HistoryFailure {
        requireWorking();
        events.subList(0, count).clear();
    }

    @Override
    public Optional<KeptSweep> firstSweep() {
        return sweeps.stream().findFirst();
    }

    @Override
    public void dropSweep() throws HistoryFailure {
        requireWorking();
        sweeps.remove(0);
    }

    @Override
    public long waiting() {
        return (long) events.size() + sweeps.size();
    }

    @Override
    public void close() {}
}
