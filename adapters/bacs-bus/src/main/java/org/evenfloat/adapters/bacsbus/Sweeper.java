// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.domain.measure.SweepFill;

/** Sweeps a line: one SAMPLE for all, COLLECT window by window, READ for those that fell silent just now. */
final class Sweeper {

    private static final int SEQUENCES = 16;
    private static final int ROUNDS = 2;
    private static final int TRIES_AT_LEAST = 8;
    /** Retries may take a fifth of the time that collecting took, so that a torn cable does not double the sweep. */
    private static final int RETRY_SHARE = 5;
    private static final int MEASURED_PAYLOAD = FrameType.payloadOf(FrameType.MEASURED_BLOCK);
    /** How long a command that matters waits at most while the devices convert. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final HalfDuplex talk;
    private final LineTiming timing;
    private final LongSupplier nanoTime;
    private final Tallies tallies;
    private final long conversionNanos;
    private final SlotNoise noise = new SlotNoise(Frame.OVERHEAD + MEASURED_PAYLOAD);
    private final SlotOrder order = new SlotOrder();
    private SweepPlan plan;
    private SweepBook book;
    private int sequence;

    Sweeper(HalfDuplex talk, LineTiming timing, LongSupplier nanoTime, Tallies tallies, int conversionMillis) {
        this.talk = talk;
        this.timing = timing;
        this.nanoTime = nanoTime;
        this.tallies = tallies;
        this.conversionNanos = TimeUnit.MILLISECONDS.toNanos(conversionMillis);
    }

    /** Sweeps once; see {@link org.evenfloat.application.port.out.ModuleBus#sweep}. */
    BitSet sweep(SweepFill fill, Runnable betweenFrames) throws LineFailure {
        if (plan == null || !plan.isOf(fill.roster())) {
            plan = new SweepPlan(fill.roster());
            book = new SweepBook(plan, tallies);
        }
        sequence = (sequence + 1) % SEQUENCES;
        book.begin(fill, sequence);
        talk.request(FrameType.SAMPLE, 0).u8(sequence);
        talk.send();
        convert(betweenFrames);
        long started = nanoTime.getAsLong();
        for (int window = 0; window < plan.windows(); window++) {
            if (window > 0) {
                betweenFrames.run();
            }
            boolean stillConverting = collect(plan.windowStart(window), plan.windowStart(window + 1));
            if (stillConverting && window == 0) {
                betweenFrames.run();
                collect(plan.windowStart(window), plan.windowStart(window + 1));
            }
        }
        retry((nanoTime.getAsLong() - started) / RETRY_SHARE, betweenFrames);
        talk.attend();
        return book.finish();
    }

    private void convert(Runnable betweenFrames) throws LineFailure {
        long converted = talk.requestEnd() + conversionNanos;
        betweenFrames.run();
        for (long now = nanoTime.getAsLong(); now - converted < 0; now = nanoTime.getAsLong()) {
            talk.idleUntil(Math.min(converted, now + STEP_NANOS));
            talk.attend();
            betweenFrames.run();
        }
    }

    /**
     * Collects one window. Returns whether every answer was of an earlier SAMPLE: then a network has held this one
     * back for longer than the COLLECT, and the devices were still converting.
     */
    private boolean collect(int from, int to) throws LineFailure {
        int count = to - from;
        int base = plan.address(from);
        talk.request(FrameType.COLLECT, base).u8(count);
        talk.send();
        noise.begin(count);
        order.begin(book);
        long deadline = talk.requestEnd() + timing.collected(count);
        boolean over = false;
        int earlier = 0;
        while (!over) {
            Frame answer = talk.receive(deadline);
            if (answer == null) {
                noise.end(talk.takeNoise());
                break;
            }
            int slot = answer.address() - base;
            boolean inWindow = slot >= 0 && slot < count;
            earlier += inWindow && book.isEarlier(answer) ? 1 : 0;
            if (!inWindow || !book.isPresent(answer) || !order.take(answer, from + slot)) {
                tallies.late(answer.address());
                continue;
            }
            noise.answered(slot, talk.takeNoise());
            over = slot == count - 1 && (order.count() == count || lastSlotIsOver(count));
        }
        BitSet hit = noise.hit(slot -> talk.broken().from(base + slot));
        for (int slot = 0; slot < count; slot++) {
            book.noise(from + slot, hit.get(slot));
        }
        return earlier > 0 && order.count() == 0;
    }

    /** Returns whether the last slot can be over: before, an answer that seems to come from it is another device's. */
    private boolean lastSlotIsOver(int count) {
        return nanoTime.getAsLong() - talk.requestEnd() - timing.collectedAtLeast(count) >= 0;
    }

    private void retry(long budgetNanos, Runnable betweenFrames) throws LineFailure {
        long spent = 0;
        int tries = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int place = 0; place < plan.places(); place++) {
                if (!book.isWorthAsking(place)) {
                    continue;
                }
                if (tries >= TRIES_AT_LEAST && spent >= budgetNanos) {
                    return;
                }
                betweenFrames.run();
                long started = nanoTime.getAsLong();
                read(place);
                spent += nanoTime.getAsLong() - started;
                tries++;
            }
        }
    }

    private void read(int place) throws LineFailure {
        int address = plan.address(place);
        talk.request(FrameType.READ, address);
        talk.send();
        long deadline = talk.requestEnd() + timing.answered(MEASURED_PAYLOAD);
        for (Frame answer = talk.receive(deadline); answer != null; answer = talk.receive(deadline)) {
            if (answer.address() == address && book.isPresent(answer)) {
                book.accept(answer, place);
                return;
            }
            tallies.late(answer.address());
        }
        if (talk.takeNoise() > 0) {
            tallies.of(address).corrupt++;
        }
    }
}
