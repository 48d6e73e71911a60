// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.evenfloat.application.port.in.Health.HistoryHealth;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Stands between those who decide, who must never wait, and the store, which may be slow or broken. Offers go into
 * a bounded queue; one writer thread calls {@link #runOnce} to move them on, events before sweeps. While the store
 * fails everything goes to the spool; when it works again the spool is written back first.
 *
 * <p>The writer thread belongs to whoever starts it. Its loop: call {@link #runOnce} until it returns false, then
 * wait until {@code onWork} was called or a second has passed, whichever is first.
 */
public final class HistoryRecorder {

    private static final int EVENTS_AT_ONCE = 256;

    private final HistoryStore store;
    private final Spool spool;
    private final RecorderQueue queue;
    private final Consumer<Event> onEvent;
    private final Runnable onWork;
    private final AtomicLong lostFromSpool = new AtomicLong();
    private volatile boolean working = true;
    private volatile String problem = "";
    private boolean failing;

    /**
     * Limits of the queue in memory.
     *
     * @param events largest number of events
     * @param sweeps largest number of sweeps
     * @param bytes largest size of both together
     */
    public record Limits(int events, int sweeps, long bytes) {

        /** Half an hour of one sweep a second, or 8 MB, whichever is less. */
        public static final Limits USUAL = new Limits(10_000, 1_800, 8L << 20);
    }

    /**
     * A spool that still holds something, left by an earlier run, counts as a failure that goes on.
     *
     * @param onEvent told of HISTORY_FAILING and HISTORY_WORKING on the writer thread; they are queued for the store
     *     already
     * @param onWork called after each offer on the thread that offers; must not wait
     */
    public HistoryRecorder(
            HistoryStore store, Spool spool, Limits limits, Consumer<Event> onEvent, Runnable onWork) {
        this.store = store;
        this.spool = spool;
        this.queue = new RecorderQueue(limits);
        this.onEvent = onEvent;
        this.onWork = onWork;
        this.failing = spool.waiting() > 0;
    }

    /** Queues events for the store. Never waits. */
    public void offerEvents(List<Event> events) {
        if (!events.isEmpty()) {
            queue.addEvents(events);
            onWork.run();
        }
    }

    /** Queues a sweep for the store. Never waits. */
    public void offerSweep(LineRoster roster, SweepImage image, byte[] states) {
        queue.addSweep(new KeptSweep(roster, image, states));
        onWork.run();
    }

    /**
     * Moves one sweep or a few events on. For the writer thread; waits for the store.
     *
     * @param nowMillis wall clock, epoch ms
     * @return whether there may be more to move at once; false when everything is moved or the store fails
     */
    public boolean runOnce(long nowMillis) {
        try {
            Moved moved = move();
            if (moved != Moved.NOTHING) {
                working = true;
                problem = "";
                noteRecovery(nowMillis);
            }
            return moved == Moved.MORE;
        } catch (HistoryFailure failure) {
            working = false;
            problem = failure.getMessage();
            noteFailure(nowMillis);
            spoolQueue();
            return false;
        }
    }

    /** Returns how the history is doing. Any thread; never waits for the store. */
    public HistoryHealth health() {
        boolean good = working;
        return new HistoryHealth(
                good, good ? "" : problem, queue.waiting() + spool.waiting(), queue.lost() + lostFromSpool.get());
    }

    private enum Moved {
        NOTHING,
        MORE,
        /** Written, but still in the spool: trying again at once would not help. */
        STUCK
    }

    private Moved move() throws HistoryFailure {
        List<Event> spooledEvents = spool.firstEvents(EVENTS_AT_ONCE);
        if (!spooledEvents.isEmpty()) {
            store.appendEvents(spooledEvents);
            return dropped(() -> spool.dropEvents(spooledEvents.size()));
        }
        List<Event> events = queue.takeEvents(EVENTS_AT_ONCE);
        if (!events.isEmpty()) {
            writeOrSpool(() -> store.appendEvents(events), () -> keep(events));
            return Moved.MORE;
        }
        KeptSweep spooledSweep = spool.firstSweep().orElse(null);
        if (spooledSweep != null) {
            append(spooledSweep);
            return dropped(spool::dropSweep);
        }
        KeptSweep sweep = queue.takeSweep();
        if (sweep == null) {
            return Moved.NOTHING;
        }
        writeOrSpool(() -> append(sweep), () -> keep(sweep));
        return Moved.MORE;
    }

    private void append(KeptSweep sweep) throws HistoryFailure {
        store.appendSweep(sweep.roster(), sweep.image(), sweep.states());
    }

    private Moved dropped(Write drop) {
        try {
            drop.run();
            return Moved.MORE;
        } catch (HistoryFailure failure) {
            return Moved.STUCK;
        }
    }

    private static void writeOrSpool(Write write, Runnable spool) throws HistoryFailure {
        try {
            write.run();
        } catch (HistoryFailure failure) {
            spool.run();
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws HistoryFailure;
    }

    private void noteFailure(long nowMillis) {
        if (!failing) {
            failing = true;
            tell(new Event(nowMillis, EventKind.HISTORY_FAILING, "", "History cannot be written: " + problem
                    + ". Sweeps and events are kept aside until it can be."));
        }
    }

    private void noteRecovery(long nowMillis) {
        if (failing && spool.waiting() == 0) {
            failing = false;
            long lost = queue.lost() + lostFromSpool.get();
            tell(new Event(nowMillis, EventKind.HISTORY_WORKING, "", "History is written again, what was kept aside"
                    + " too; sweeps and events lost since the start: " + lost + "."));
        }
    }

    private void tell(Event event) {
        queue.addEvents(List.of(event));
        onEvent.accept(event);
    }

    /** Moves everything that waits in memory to the spool; stops when that fails too. */
    private void spoolQueue() {
        List<Event> events = queue.takeEvents(EVENTS_AT_ONCE);
        while (!events.isEmpty()) {
            if (!keep(events)) {
                return;
            }
            events = queue.takeEvents(EVENTS_AT_ONCE);
        }
        KeptSweep sweep = queue.takeSweep();
        while (sweep != null && keep(sweep)) {
            sweep = queue.takeSweep();
        }
    }

    private boolean keep(List<Event> events) {
        try {
            lostFromSpool.addAndGet(spool.keepEvents(events));
            return true;
        } catch (HistoryFailure failure) {
            spoolFailed(failure);
            queue.putBack(events);
            return false;
        }
    }

    private boolean keep(KeptSweep sweep) {
        try {
            lostFromSpool.addAndGet(spool.keepSweep(sweep));
            return true;
        } catch (HistoryFailure failure) {
            spoolFailed(failure);
            queue.putBack(sweep);
            return false;
        }
    }

    private void spoolFailed(HistoryFailure failure) {
        problem = problem + "; nor can it be kept aside: " + failure.getMessage();
    }
}
