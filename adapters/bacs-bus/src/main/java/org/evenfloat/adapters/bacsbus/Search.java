// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * Finds devices by their serial number: sixteen slots, one for each value of the next four bits; where answers
 * collide it asks again with four bits more.
 */
final class Search {

    /** Every device on the line. */
    static final int ALL = 0;
    /** Devices whose button was pressed. */
    static final int PRESSED = 0xFFFF;

    private static final int WITHOUT_ADDRESS = 0xFFFE;
    private static final int SERIAL_BITS = 32;
    private static final int STEP_BITS = 4;
    private static final int SLOTS = 1 << STEP_BITS;
    /** 600 devices with random serial numbers take some 250 questions; with noise everywhere it must end too. */
    private static final int MOST_QUESTIONS = 2_000;

    private final HalfDuplex talk;
    private final LineTiming timing;
    private final Tallies tallies;
    private final String line;
    private final SlotNoise noise =
            new SlotNoise(Frame.OVERHEAD + FrameType.payloadOf(FrameType.IDENTITY));
    private final SortedMap<Long, ModuleIdentity> found = new TreeMap<>();
    private final Deque<Branch> branches = new ArrayDeque<>();
    private int filter;
    private int questions;

    Search(HalfDuplex talk, LineTiming timing, Tallies tallies, String line) {
        this.talk = talk;
        this.timing = timing;
        this.tallies = tallies;
        this.line = line;
    }

    /** Where answers have collided: what is to be asked with four bits more. */
    private static final class Branch {

        private final int bits;
        private final long prefix;
        private final BitSet slots;
        private final BitSet unlikely;
        private boolean heard;

        /** The unlikely slots are asked only when none of the others has brought anything. */
        private Branch(int bits, long prefix, BitSet slots, BitSet unlikely) {
            this.bits = bits;
            this.prefix = prefix;
            this.slots = slots;
            this.unlikely = unlikely;
        }

        private int take() {
            int slot = slots.nextSetBit(0);
            slots.clear(slot);
            return slot;
        }

        private boolean isDone() {
            if (slots.isEmpty() && !heard) {
                slots.or(unlikely);
                unlikely.clear();
            }
            return slots.isEmpty();
        }
    }

    /** Returns the devices that the filter means, in order of serial number. */
    List<ModuleIdentity> find(int wantedFilter) throws LineFailure {
        begin(wantedFilter);
        boolean more = true;
        while (more) {
            more = step();
        }
        return found();
    }

    /** Begins to look for the devices that the filter means; nothing is asked yet. */
    void begin(int wantedFilter) {
        filter = wantedFilter;
        questions = 0;
        found.clear();
        branches.clear();
    }

    /** Asks the next question and returns whether there is another. */
    boolean step() throws LineFailure {
        if (branches.isEmpty()) {
            ask(0, 0);
        } else {
            Branch branch = branches.element();
            long prefix = longer(branch.prefix, branch.bits, branch.take());
            branch.heard |= ask(branch.bits + STEP_BITS, prefix);
        }
        while (!branches.isEmpty() && branches.element().isDone()) {
            branches.remove();
        }
        return !branches.isEmpty();
    }

    /** Returns what was found so far, in order of serial number. */
    List<ModuleIdentity> found() {
        return new ArrayList<>(found.values());
    }

    /** Asks for the devices whose serial number begins so; returns whether anything was heard. */
    private boolean ask(int bits, long prefix) throws LineFailure {
        questions++;
        if (questions > MOST_QUESTIONS) {
            throw new LineFailure("Line " + line + ": search given up after " + MOST_QUESTIONS + " questions, "
                    + found.size() + " devices found, answers are broken everywhere - check termination and shield, "
                    + "then search again");
        }
        int slots = bits == SERIAL_BITS ? 1 : SLOTS;
        talk.request(FrameType.SEARCH, filter).u8(bits).u32(prefix);
        talk.send();
        noise.begin(slots);
        boolean heard = listen(bits, prefix, slots);
        if (bits == SERIAL_BITS) {
            return heard;
        }
        BitSet suspects = (BitSet) noise.suspects().clone();
        if (suspects.isEmpty()) {
            return heard;
        }
        BitSet likely = likely(suspects, bits, prefix);
        suspects.andNot(likely);
        branches.push(new Branch(bits, prefix, likely, suspects));
        return true;
    }

    /** Returns the suspects that colliding answers themselves name: what is alike in both comes through. */
    private BitSet likely(BitSet suspects, int bits, long prefix) {
        BitSet likely = new BitSet();
        suspects.stream().filter(slot -> talk.broken().identity(bits + STEP_BITS, longer(prefix, bits, slot)))
                .forEach(likely::set);
        boolean nameEveryCollision = likely.cardinality() >= noise.frames();
        return nameEveryCollision ? likely : (BitSet) suspects.clone();
    }

    private static long longer(long prefix, int bits, int slot) {
        return prefix | (long) slot << SERIAL_BITS - STEP_BITS - bits;
    }

    private boolean listen(int bits, long prefix, int slots) throws LineFailure {
        boolean heard = false;
        long deadline = talk.requestEnd() + timing.searched(slots);
        for (Frame answer = talk.receive(deadline); answer != null; answer = talk.receive(deadline)) {
            if (answer.type() != FrameType.IDENTITY || !meant(answer, bits, prefix)) {
                tallies.late(answer.address());
                continue;
            }
            ModuleIdentity identity = Identity.of(answer);
            found.put(identity.serial(), identity);
            heard = true;
            int slot = slots == 1 ? 0 : (int) (identity.serial() >> SERIAL_BITS - STEP_BITS - bits & SLOTS - 1);
            noise.answered(slot, talk.takeNoise());
            if (slot == slots - 1) {
                return true;
            }
        }
        noise.end(talk.takeNoise());
        return heard;
    }

    private boolean meant(Frame answer, int bits, long prefix) {
        ModuleIdentity identity = Identity.of(answer);
        boolean rightAddress = filter == ALL || filter == PRESSED
                || identity.address() == (filter == WITHOUT_ADDRESS ? 0 : filter);
        return rightAddress && (identity.serial() ^ prefix) >> SERIAL_BITS - bits == 0;
    }
}
