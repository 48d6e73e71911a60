// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.Optional;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleStatus;

/** Asks one device and waits for its answer, up to three times. */
final class Questions {

    private static final int TRIES = 3;
    /** ACK result of a device that has done what it was asked; all others say that nothing else will come. */
    private static final int DONE = 0;

    private static final int RESTARTED = 1;
    private static final int RESISTANCE_READY = 1 << 1;
    private static final int BUTTON = 1 << 2;
    private static final int GUARD = 1 << 3;
    private static final int FAULT = 1 << 4;
    private static final int EVENTS = RESTARTED | RESISTANCE_READY | BUTTON;
    private static final int STATES = GUARD | FAULT;

    private final HalfDuplex talk;
    private final LineTiming timing;
    private final Tallies tallies;
    private int tries;

    Questions(HalfDuplex talk, LineTiming timing, Tallies tallies) {
        this.talk = talk;
        this.timing = timing;
        this.tallies = tallies;
    }

    /**
     * Sends the request that was begun and returns the answer, null when there is none or the device refuses.
     *
     * @param address under which the device answers; 0 for one whose address is being taken away
     */
    Frame ask(int address, int answerType) throws LineFailure {
        return ask(address, answerType, FrameType.payloadOf(answerType), TRIES);
    }

    /** Returns whether the last answer came to a repeated request. */
    boolean askedAgain() {
        return tries > 1;
    }

    private Frame ask(int address, int answerType, int payload, int triesAtMost) throws LineFailure {
        DeviceTally tally = address == 0 ? new DeviceTally() : tallies.of(address);
        tally.asked++;
        talk.send();
        for (tries = 1; true; tries++) {
            Frame answer = listen(address, answerType, payload, tally);
            if (answer != null) {
                tally.answered++;
                return answer.type() == answerType ? answer : null;
            }
            if (tries == triesAtMost) {
                tally.lost++;
                return null;
            }
            talk.sendAgain();
        }
    }

    private Frame listen(int address, int answerType, int payload, DeviceTally tally) throws LineFailure {
        long deadline = talk.requestEnd() + timing.answered(payload);
        for (Frame answer = talk.receive(deadline); answer != null; answer = talk.receive(deadline)) {
            boolean ends = answer.type() == answerType || answer.type() == FrameType.ACK && answer.u8At(0) != DONE;
            if (answer.address() == address && ends) {
                return answer;
            }
            tallies.late(answer.address());
        }
        if (talk.takeNoise() > 0) {
            tally.corrupt++;
        }
        return null;
    }

    /** Sends the echo request that was begun, once, and returns whether the same bytes came back. */
    boolean echoed(int address, byte[] pattern) throws LineFailure {
        Frame answer = ask(address, FrameType.ECHOED, pattern.length, 1);
        if (answer == null || answer.payloadLength() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (answer.u8At(i) != (pattern[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Asks why, then asks once more to say what was taken notice of. Only reasons of the first answer count: one that
     * comes up between the two stays set in the device and is told next time. When the second answer is lost the
     * reasons may be told twice, never not at all; therefore it is not repeated.
     */
    Optional<ModuleStatus> status(int address) throws LineFailure {
        talk.request(FrameType.STATUS, address).u16(0);
        Frame answer = ask(address, FrameType.STATUS_IS);
        if (answer == null) {
            return Optional.empty();
        }
        int events = answer.u16At(0) & EVENTS;
        int states = answer.u16At(0) & STATES;
        talk.request(FrameType.STATUS, address).u16(events | STATES);
        Frame cleared = ask(address, FrameType.STATUS_IS, FrameType.payloadOf(FrameType.STATUS_IS), 1);
        if (cleared != null) {
            states = cleared.u16At(0) & STATES;
        }
        return Optional.of(new ModuleStatus((events & RESTARTED) != 0, (events & RESISTANCE_READY) != 0,
                (events & BUTTON) != 0, (states & GUARD) != 0, (states & FAULT) != 0));
    }
}
