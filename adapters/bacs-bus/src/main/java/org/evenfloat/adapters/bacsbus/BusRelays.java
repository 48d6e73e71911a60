// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepFill;

/**
 * The relays of one line (docs/module-bus.md, section 12). Orders wait in a short queue that is emptied before every
 * frame of the line; each is sent up to three times with the same number, so that a module does it once.
 */
final class BusRelays implements RelayBus, HalfDuplex.Urgent {

    private static final int TRIES = 3;
    /** Orders that may wait: every relay of sixteen modules. */
    private static final int ROOM = 64;
    private static final int NUMBER = 0xFF;
    private static final int FOUR = 0x0F;

    private final String line;
    private final HalfDuplex talk;
    private final LineTiming timing;
    private final Questions questions;
    private final Tallies tallies;
    private final Queue<WaitingOrder> orders = new ArrayBlockingQueue<>(ROOM);
    private final Map<Integer, RelayWord> last = new ConcurrentHashMap<>();
    /** Modules that have answered an order in this sweep: perhaps after it had heard them. */
    private final Set<Integer> newer = new HashSet<>();
    private volatile boolean closed;
    private int number;

    BusRelays(
            String line, HalfDuplex talk, LineTiming timing, Questions questions, Tallies tallies,
            LongSupplier nanoTime) {
        this.line = line;
        this.talk = talk;
        this.timing = timing;
        this.questions = questions;
        this.tallies = tallies;
        // A server that was started anew must not go on with the number of its last order.
        this.number = (int) (nanoTime.getAsLong() >> 10);
    }

    @Override
    public CompletableFuture<RelayAnswer> order(RelayOrder order) {
        WaitingOrder waiting = new WaitingOrder(order);
        if (orders.offer(waiting)) {
            CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> waiting.giveUp("Line " + line + ": no answer within " + PATIENCE_MILLIS / 1_000 + " s"));
            if (closed) {
                lineDown(new LineFailure("Line " + line + ": closed"));
            }
        } else {
            waiting.end(Outcome.NOT_SENT, "Line " + line + ": " + ROOM + " relay orders are waiting already");
        }
        return waiting.answer();
    }

    @Override
    public void attend() {
        if (orders.isEmpty()) {
            return;
        }
        try {
            talk.attend();
        } catch (LineFailure told) {
            // Every order has been told.
        }
    }

    @Override
    public void send() throws LineFailure {
        for (WaitingOrder waiting = orders.poll(); waiting != null; waiting = orders.poll()) {
            if (waiting.begin()) {
                send(waiting);
            }
        }
    }

    @Override
    public void lineDown(LineFailure failure) {
        for (WaitingOrder waiting = orders.poll(); waiting != null; waiting = orders.poll()) {
            waiting.end(Outcome.LINE_DOWN, failure.getMessage());
        }
        last.clear();
    }

    private void send(WaitingOrder waiting) throws LineFailure {
        RelayOrder order = waiting.order();
        int address = order.address();
        number = number + 1 & NUMBER;
        talk.urgentRequest(FrameType.RELAY_SET, address)
                .u8(order.relay()).u8(order.action().ordinal()).u16(order.pulseMillis()).u8(number);
        DeviceTally tally = tallies.of(address);
        tally.asked++;
        try {
            talk.sendUrgently();
            Frame answer = listen(address, tally);
            for (int tries = 1; answer == null && tries < TRIES; tries++) {
                talk.sendUrgentlyAgain();
                answer = listen(address, tally);
            }
            if (answer == null) {
                tally.lost++;
                last.remove(address);
                waiting.end(Outcome.SILENT, "Line " + line + ": the relay module at address " + address
                        + " has not answered, asked " + TRIES + " times");
            } else {
                tally.answered++;
                answered(waiting, answer);
            }
        } catch (LineFailure failure) {
            waiting.end(Outcome.LINE_DOWN, failure.getMessage());
            throw failure;
        }
    }

    private Frame listen(int address, DeviceTally tally) throws LineFailure {
        long deadline = talk.requestEnd() + timing.answered(FrameType.payloadOf(FrameType.RELAYS_ARE));
        for (Frame answer = talk.receive(deadline); answer != null; answer = talk.receive(deadline)) {
            boolean ends = answer.type() == FrameType.RELAYS_ARE || answer.type() == FrameType.ACK;
            if (answer.address() == address && ends) {
                return answer;
            }
            tallies.late(answer.address());
        }
        tally.corrupt += talk.takeNoise() > 0 ? 1 : 0;
        return null;
    }

    private void answered(WaitingOrder waiting, Frame answer) {
        int address = waiting.order().address();
        if (answer.type() == FrameType.ACK) {
            waiting.end(Outcome.REFUSED, "Line " + line + ": the device at address " + address
                    + " does not do that (code " + answer.u8At(0) + "): check that it is a relay module with relay "
                    + waiting.order().relay());
            return;
        }
        heard(address, answer);
        waiting.done(answer.u8At(0) & FOUR);
    }

    private void heard(int address, Frame relaysAre) {
        RelayWord before = last.getOrDefault(address, new RelayWord(0, 0, 0, 0, false));
        newer.add(address);
        last.put(address, new RelayWord(relaysAre.u8At(0) & FOUR, relaysAre.u8At(1) & FOUR, before.closed(),
                before.changes(), before.attention()));
    }

    @Override
    public boolean onSilence(int address, int restMask, int silenceSeconds) throws LineFailure {
        talk.request(FrameType.RELAY_SILENCE, address).u8(restMask).u8(silenceSeconds);
        Frame answer = questions.ask(address, FrameType.RELAYS_ARE);
        return answer != null && answer.u8At(2) == restMask && answer.u8At(3) == silenceSeconds;
    }

    @Override
    public Optional<RelayWord> ask(int address) throws LineFailure {
        talk.request(FrameType.RELAY_READ, address);
        Frame relays = questions.ask(address, FrameType.RELAYS_ARE);
        if (relays == null) {
            last.remove(address);
            return Optional.empty();
        }
        int energised = relays.u8At(0) & FOUR;
        int pulsing = relays.u8At(1) & FOUR;
        talk.request(FrameType.INPUT_READ, address);
        Frame inputs = questions.ask(address, FrameType.INPUTS_ARE);
        if (inputs == null) {
            last.remove(address);
            return Optional.empty();
        }
        RelayWord word = new RelayWord(energised, pulsing, inputs.u8At(0) & FOUR, inputs.u16At(1), false);
        last.put(address, word);
        return Optional.of(word);
    }

    @Override
    public Optional<RelayWord> last(int address) {
        return Optional.ofNullable(last.get(address));
    }

    /** Takes no order any more; may be called from any thread. */
    void close() {
        closed = true;
        lineDown(new LineFailure("Line " + line + ": closed"));
    }

    /** Takes notice that a sweep begins. */
    void sweepBegins() {
        newer.clear();
    }

    /** Takes over what a sweep has heard, unless an order was answered meanwhile. */
    void swept(SweepFill fill) {
        for (int row = 0; row < fill.roster().relayModuleCount(); row++) {
            int address = fill.roster().relayAddress(row);
            if (fill.relayQuality(row) != Quality.GOOD) {
                last.remove(address);
            } else if (!newer.contains(address)) {
                last.put(address, fill.relays(row));
            }
        }
    }
}
