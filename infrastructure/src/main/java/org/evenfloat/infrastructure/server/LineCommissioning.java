// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenfloat.application.commissioning.ExpectedDevices;
import org.evenfloat.application.commissioning.SerialAddressing;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.WorkOnLines;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.EventKind;

/** Hands orders of the web API to the lines' own threads and waits, for a bounded time, for what comes of them. */
public final class LineCommissioning implements WorkOnLines {

    /** The longest sweep step and the exchanges of an assignment at 9600 baud take less. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final long END_MILLIS = 2_000;

    private final Lines lines;
    private final EventSink events;

    public LineCommissioning(Lines lines, EventSink events) {
        this.lines = lines;
        this.events = events;
    }

    @Override
    public Optional<LineWorkReport> work(String line) {
        return lines.get(line).work().report();
    }

    @Override
    public Outcome start(Actor who, String id, LineOrder order) {
        Lines.Line line = lines.get(id);
        Optional<Outcome> down = down(line);
        if (down.isPresent()) {
            return down.get();
        }
        Optional<String> refused = line.work().start(order);
        if (refused.isPresent()) {
            return new Outcome(Verdict.REFUSED, refused.get());
        }
        line.thread().wake();
        return new Outcome(Verdict.DONE, "Begun.");
    }

    @Override
    public void stop(Actor who, String id) {
        Lines.Line line = lines.get(id);
        CompletableFuture<Void> ended = line.work().stop();
        line.thread().wake();
        try {
            ended.get(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException busy) {
            // It ends with its present step; whoever asks for the work sees when.
            return;
        }
    }

    @Override
    public Outcome blink(Actor who, String id, int address, int seconds) {
        Lines.Line line = lines.get(id);
        String place = new ExpectedDevices(line.roster()).place(address);
        return now(line, () -> line.bus().blink(address, seconds)
                ? new Outcome(Verdict.DONE, "The device with " + place
                        + (seconds == 0 ? " blinks no more." : " blinks for " + seconds + " s."))
                : new Outcome(Verdict.REFUSED, "The device with " + place + " does not answer."));
    }

    @Override
    public Outcome assign(Actor who, String id, long serial, int address) {
        Lines.Line line = lines.get(id);
        SerialAddressing serials = new SerialAddressing(new ExpectedDevices(line.roster()));
        return now(line, () -> {
            Optional<String> busy = line.work().busy();
            Outcome outcome = busy.isPresent() ? new Outcome(Verdict.REFUSED, busy.get())
                    : serials.assign(line.bus(), serial, address);
            if (outcome.verdict() == Verdict.DONE) {
                events.happened(EventKind.ADDRESS_GIVEN, id, "Line " + id + ": " + outcome.sentence());
            }
            return outcome;
        });
    }

    private static Outcome now(Lines.Line line, OnLineThread.Question<Outcome> question) {
        Optional<Outcome> down = down(line);
        if (down.isPresent()) {
            return down.get();
        }
        try {
            return OnLineThread.await(OnLineThread.ask(line, question), PATIENCE_MILLIS)
                    .orElseGet(() -> new Outcome(Verdict.LINE_DOWN, "Line " + line.roster().line()
                            + " was not free in time; look at it before trying again."));
        } catch (LineFailure failure) {
            return new Outcome(Verdict.LINE_DOWN, failure.getMessage());
        }
    }

    private static Optional<Outcome> down(Lines.Line line) {
        String problem = line.thread().sweeper().problem();
        return problem.isEmpty() ? Optional.empty() : Optional.of(new Outcome(Verdict.LINE_DOWN, problem));
    }
}
