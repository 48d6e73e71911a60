// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.in.LineWorkReport.State;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.LineRoster;

/**
 * The work on one line beside its sweeps: one piece at a time, done in short steps by the line's thread whenever one
 * is {@linkplain #dueMillis() due}; at most a third of the line's time goes into it. Any thread may order, stop and
 * look.
 */
public final class LineWork {

    /** Whatever it is, it ends after this time; a line check of 600 devices at 9600 baud takes minutes. */
    static final long LONGEST_MILLIS = 4 * 3_600_000L;

    /** The line is left alone for so many times as long as a step took. */
    private static final int LEFT_ALONE = 2;

    /** Nobody acknowledges the end of the addressing mode, so it is said more than once. */
    private static final int TIMES_OFF = 3;

    private static final long OFF_PAUSE_MILLIS = 50;
    private static final long RETRY_MILLIS = 2_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final ExpectedDevices expected;
    private final ModuleBus bus;
    private final EventSink events;
    private final InstantSource wallClock;
    private final MonotonicClock clock;
    private final LongSupplier nanoTime;
    private volatile long dueMillis = NEVER;
    private volatile LineWorkReport report;
    private Running running;
    private boolean closed;
    private int offsOwed;

    private static final class Running {

        private final LineTask task;
        private final long begunMillis;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private volatile boolean stopAsked;

        private Running(LineTask task, long begunMillis) {
            this.task = task;
            this.begunMillis = begunMillis;
        }
    }

    /**
     * Makes the work of one line.
     *
     * @param nanoTime a clock of real time, also in a simulation
     */
    public LineWork(
            LineRoster roster, ModuleBus bus, EventSink events, InstantSource wallClock, MonotonicClock clock,
            LongSupplier nanoTime) {
        this.expected = new ExpectedDevices(roster);
        this.bus = bus;
        this.events = events;
        this.wallClock = wallClock;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Orders a piece of work. Returns why it is not done, or empty when it has begun; then wake the line's thread. */
    public synchronized Optional<String> start(LineOrder order) {
        Optional<String> busy = busy();
        if (busy.isPresent()) {
            return busy;
        }
        LineTask task = task(order);
        report = new LineWorkReport(order, State.RUNNING, wallClock.millis(), 0, task.progress());
        running = new Running(task, clock.millis());
        dueMillis = clock.millis();
        events.happened(EventKind.LINE_WORK_STARTED, expected.line(),
                "Line " + expected.line() + ": " + name(order) + " has begun.");
        return Optional.empty();
    }

    /** Returns why nothing can be done on the line beside the sweeps now, or empty when it can. */
    public synchronized Optional<String> busy() {
        if (closed) {
            return Optional.of("The server is stopping.");
        }
        return running == null ? Optional.empty() : Optional.of("Line " + expected.line() + ": "
                + name(report.order()) + " is running; wait for its end or stop it.");
    }

    /** Asks the running work to end; then wake the line's thread. The future is done when nothing runs any more. */
    public synchronized CompletableFuture<Void> stop() {
        if (running == null) {
            return CompletableFuture.completedFuture(null);
        }
        running.stopAsked = true;
        dueMillis = clock.millis();
        return running.ended;
    }

    /** The same for the end of the server: nothing can be ordered afterwards. */
    public synchronized CompletableFuture<Void> close() {
        closed = true;
        return stop();
    }

    /** Returns the running work or else the last one; empty when there was none. */
    public Optional<LineWorkReport> report() {
        return Optional.ofNullable(report);
    }

    /** Returns when the next step is due on the monotonic clock, ms; {@code Long.MAX_VALUE} when there is none. */
    public long dueMillis() {
        return dueMillis;
    }

    /** Does the step that is due, if one is. Call on the line's thread, when the line is free. */
    public void step() {
        if (clock.millis() < dueMillis) {
            return;
        }
        if (offsOwed > 0) {
            switchOff();
            return;
        }
        Running now = running();
        if (now == null) {
            due(NEVER);
        } else if (now.stopAsked) {
            end(now, State.STOPPED, "Stopped: " + now.task.cutShort());
        } else if (clock.millis() - now.begunMillis > LONGEST_MILLIS) {
            end(now, State.STOPPED, "Ended after 4 h: " + now.task.cutShort());
        } else {
            step(now);
        }
    }

    private void step(Running now) {
        long startMillis = clock.millis();
        try {
            long pauseMillis = now.task.step(bus);
            if (pauseMillis == LineTask.DONE) {
                end(now, State.DONE, now.task.progress().text());
                return;
            }
            publish(State.RUNNING, 0, now.task.progress());
            long tookMillis = clock.millis() - startMillis;
            due(clock.millis() + Math.max(pauseMillis, LEFT_ALONE * tookMillis));
        } catch (LineFailure failure) {
            end(now, State.FAILED, "Failed: " + failure.getMessage() + "; " + now.task.cutShort());
        } catch (RuntimeException fault) {
            end(now, State.FAILED, "Failed by an internal fault: " + fault + ". Please report it with the log.");
            throw fault;
        }
    }

    private synchronized Running running() {
        return running;
    }

    private synchronized void due(long millis) {
        // A stop that came meanwhile is due at once.
        dueMillis = running != null && running.stopAsked ? clock.millis() : millis;
    }

    private void end(Running now, State state, String sentence) {
        if (now.task.isAddressing()) {
            offsOwed = TIMES_OFF;
            switchOff();
        }
        Progress progress = now.task.progress();
        publish(state, wallClock.millis(), state == State.DONE ? progress : progress.ended(sentence));
        synchronized (this) {
            running = null;
            dueMillis = offsOwed > 0 ? dueMillis : NEVER;
        }
        events.happened(EventKind.LINE_WORK_ENDED, expected.line(), sentence);
        now.ended.complete(null);
    }

    /** Ends the addressing mode of all devices; while the line cannot be used it is tried again and again. */
    private void switchOff() {
        try {
            bus.addressing(false);
            offsOwed--;
            due(offsOwed > 0 ? clock.millis() + OFF_PAUSE_MILLIS : clock.millis());
        } catch (LineFailure lineDown) {
            due(clock.millis() + RETRY_MILLIS);
        }
    }

    private void publish(State state, long endedAtMillis, Progress progress) {
        report = new LineWorkReport(report.order(), state, report.startedAtMillis(), endedAtMillis, progress);
    }

    private LineTask task(LineOrder order) {
        if (order instanceof LineOrder.Check check) {
            return new LineCheck(expected, check.rounds(), nanoTime);
        }
        if (order instanceof LineOrder.Addressing addressing) {
            return new AddressingByButton(expected, addressing, events, clock);
        }
        return order instanceof LineOrder.Reset
                ? new AddressReset(expected, events) : new DeviceScan(expected);
    }

    private static String name(LineOrder order) {
        if (order instanceof LineOrder.Check) {
            return "a line check";
        }
        if (order instanceof LineOrder.Addressing) {
            return "addressing by button";
        }
        return order instanceof LineOrder.Reset ? "taking all addresses away" : "a search for all devices";
    }
}
