// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.Arrays;
import java.util.BitSet;
import org.evenfloat.domain.measure.SweepFill;

/** What one sweep and the one before it heard of every place of a plan. */
final class SweepBook {

    /** Noise in one slot in so many sweeps in a row looks like two devices with one address. */
    private static final int NOISY_SWEEPS = 3;

    private final SweepPlan plan;
    private final Tallies tallies;
    private final char[] crcs;
    private final int[] noisySweeps;
    private boolean[] heard;
    private boolean[] heardBefore;
    private SweepFill fill;
    private BitSet attention;
    private int sequence;

    SweepBook(SweepPlan plan, Tallies tallies) {
        this.plan = plan;
        this.tallies = tallies;
        this.crcs = new char[plan.places()];
        this.noisySweeps = new int[plan.places()];
        this.heard = new boolean[plan.places()];
        this.heardBefore = new boolean[plan.places()];
        for (int place = 0; place < plan.places(); place++) {
            tallies.of(plan.address(place));
        }
    }

    SweepPlan plan() {
        return plan;
    }

    /** Begins the sweep of that SAMPLE: nobody has been heard yet. */
    void begin(SweepFill target, int sampleSequence) {
        fill = target;
        sequence = sampleSequence;
        attention = new BitSet(plan.roster().moduleCount());
        boolean[] older = heardBefore;
        heardBefore = heard;
        heard = older;
        Arrays.fill(heard, false);
        Measured.markAllMissing(fill);
    }

    /** Returns whether the frame carries values of this sweep's SAMPLE. */
    boolean isPresent(Frame answer) {
        return FrameType.isMeasured(answer.type()) && Measured.sequence(answer) == sequence;
    }

    /** Returns whether the frame carries values of another SAMPLE. */
    boolean isEarlier(Frame answer) {
        return FrameType.isMeasured(answer.type()) && Measured.sequence(answer) != sequence;
    }

    /** Returns whether the same frame was taken for that place already. */
    boolean isRepetition(Frame answer, int place) {
        return heard[place] && crcs[place] == answer.crc();
    }

    /** Takes the values over. */
    void accept(Frame answer, int place) {
        heard[place] = true;
        crcs[place] = (char) answer.crc();
        int row = plan.row(place);
        boolean expectedKind = Measured.store(answer, fill, row);
        if (row >= 0 && (!expectedKind || Measured.wantsAttention(answer))) {
            attention.set(row);
        }
    }

    /** Takes the values back: they may be another device's. */
    void withdraw(int place) {
        heard[place] = false;
        int row = plan.row(place);
        Measured.markMissing(fill, row);
        if (row >= 0) {
            attention.clear(row);
        }
    }

    /** Returns whether the device fell silent in this very sweep. */
    boolean isWorthAsking(int place) {
        return !heard[place] && heardBefore[place];
    }

    /** Books whether a place's slot was hit by noise. */
    void noise(int place, boolean hit) {
        if (!hit) {
            noisySweeps[place] = 0;
            return;
        }
        tallies.of(plan.address(place)).corrupt++;
        noisySweeps[place]++;
        if (noisySweeps[place] == NOISY_SWEEPS) {
            noisySweeps[place] = 0;
            if (plan.row(place) >= 0) {
                attention.set(plan.row(place));
            }
        }
    }

    /** Counts the sweep and returns the rows of modules that want attention. */
    BitSet finish() {
        for (int place = 0; place < plan.places(); place++) {
            DeviceTally tally = tallies.of(plan.address(place));
            tally.asked++;
            tally.answered += heard[place] ? 1 : 0;
            tally.lost += heard[place] ? 0 : 1;
        }
        return attention;
    }
}
