// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.function.LongSupplier;
import org.evenfloat.application.port.out.LineFailure;

/**
 * The server's turn-taking with its devices: sends a request when the line is free, then hands over one answer
 * after the other until a deadline. Answers that come while nobody waits are late. Before every request it lets what is
 * urgent go first.
 */
final class HalfDuplex {

    private static final int CHUNK = 512;

    private final LineConnection connection;
    private final LineTiming timing;
    private final LongSupplier nanoTime;
    private final Tallies tallies;
    private final FrameParser parser = new FrameParser();
    private final Frame request = new Frame();
    private final Frame urgentRequest = new Frame();
    private final Frame answer = new Frame();
    private final byte[] chunk = new byte[CHUNK];
    private final BrokenFrames broken = new BrokenFrames();
    private Urgent urgent = Urgent.NOTHING;
    private long freeAt;
    private long requestEnd;
    private long lastArrival;

    /** What goes before everything else. */
    interface Urgent {

        Urgent NOTHING = new Urgent() {
            @Override
            public void send() {}

            @Override
            public void lineDown(LineFailure failure) {}
        };

        /** Sends and hears what is urgent, with {@link #urgentRequest} and {@link #sendUrgently}. */
        void send() throws LineFailure;

        /** Takes notice that nothing can be sent. */
        void lineDown(LineFailure failure);
    }

    HalfDuplex(LineConnection connection, LineTiming timing, LongSupplier nanoTime, Tallies tallies) {
        this.connection = connection;
        this.timing = timing;
        this.nanoTime = nanoTime;
        this.tallies = tallies;
        this.freeAt = nanoTime.getAsLong();
        this.lastArrival = freeAt;
    }

    /** Says what goes before every request from now on. */
    void letGoFirst(Urgent what) {
        urgent = what;
    }

    /** Begins an urgent request; {@link #sendUrgently()} completes it. A request begun before stays as it is. */
    Frame urgentRequest(int type, int address) {
        return urgentRequest.begin(type, address);
    }

    /** Completes the urgent request and sends it as soon as the line is free. */
    void sendUrgently() throws LineFailure {
        urgentRequest.end();
        sendUrgentlyAgain();
    }

    /** Sends the same urgent request once more. */
    void sendUrgentlyAgain() throws LineFailure {
        connection.require();
        transmit(urgentRequest);
    }

    /** Lets what is urgent go now. */
    void attend() throws LineFailure {
        try {
            connection.require();
            urgent.send();
        } catch (LineFailure failure) {
            urgent.lineDown(failure);
            throw failure;
        }
    }

    /** Begins the next request; {@link #send()} completes it. */
    Frame request(int type, int address) {
        return request.begin(type, address);
    }

    /** Completes the request and sends it as soon as the line is free. */
    void send() throws LineFailure {
        request.end();
        sendAgain();
    }

    /** Sends the same request once more. */
    void sendAgain() throws LineFailure {
        attend();
        transmit(request);
    }

    private void transmit(Frame frame) throws LineFailure {
        idleUntil(Math.max(freeAt, nanoTime.getAsLong()));
        parser.takeSkipped();
        broken.clear();
        connection.write(frame);
        requestEnd = nanoTime.getAsLong() + timing.characters(frame.length());
        freeAt = requestEnd;
    }

    /** Returns when the last character of the request has left, on the clock of {@code nanoTime}. */
    long requestEnd() {
        return requestEnd;
    }

    /** Waits; whatever comes meanwhile is late or noise. */
    void idleUntil(long deadline) throws LineFailure {
        connection.require();
        for (Frame frame = receive(deadline); frame != null; frame = receive(deadline)) {
            tallies.late(frame.address());
        }
    }

    /** Returns the next answer, valid until the next call of anything here, or null at the deadline. */
    Frame receive(long deadline) throws LineFailure {
        boolean over = false;
        while (true) {
            FrameParser.Outcome outcome = parser.next(answer, over);
            if (outcome == FrameParser.Outcome.FRAME) {
                connection.healthy();
                freeAt = Math.max(freeAt, lastArrival + timing.turn());
                return answer;
            }
            if (outcome == FrameParser.Outcome.CORRUPT) {
                broken.add(answer);
            } else if (over) {
                return null;
            } else {
                over = !fetch(deadline);
            }
        }
    }

    private boolean fetch(long deadline) throws LineFailure {
        int count = connection.read(chunk, deadline);
        if (count == 0) {
            return false;
        }
        long now = nanoTime.getAsLong();
        if (parser.midFrame() && now - lastArrival > timing.gap()) {
            parser.gap();
        }
        lastArrival = now;
        parser.feed(chunk, count);
        return true;
    }

    /** Returns how many bytes came since the request, or since this was last asked, that belong to no frame. */
    int takeNoise() {
        return parser.takeSkipped();
    }

    /** Returns what came since the request with a wrong CRC. */
    BrokenFrames broken() {
        return broken;
    }
}
