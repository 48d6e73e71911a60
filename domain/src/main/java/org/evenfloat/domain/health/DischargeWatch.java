// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import java.util.Arrays;
import org.evenfloat.domain.topology.BlockType;

/**
 * Finds blocks that give way in a discharge before the string does: a block that falls away from the median of the
 * others, further than they scatter and further than at the beginning. A dead block moves the string's voltage by a
 * few millivolts a block, so that nobody else notices it. Says how far a block has fallen, for three samples in a row;
 * what was said of a block in a discharge is kept, not withdrawn. The numbers are from simulated discharges of 52 to 64
 * blocks (verify-physics, kind discharge). For one thread.
 */
public final class DischargeWatch {

    /** What is said of a block by the limits with which the rules were proved; later ones are worse. */
    public enum Verdict {
        SOUND,
        /** It falls away from the others. */
        WEAK,
        /** It has collapsed. */
        COLLAPSED
    }

    /** Samples come this far apart, or further; closer ones are left out. */
    public static final long SAMPLE_MILLIS = 10_000;

    /** So far below the median of its string a block is weak, 1/1000 of the median. */
    public static final int WEAK_PERMILLE = 35;

    /** So far below the median it has collapsed, 1/1000: nobody asks how far the blocks scatter, or how it began. */
    public static final int COLLAPSED_PERMILLE = 100;

    /** The first voltage dip says nothing. */
    static final long SKIPPED_MILLIS = 60_000;

    static final double WEAK_DEVIATIONS = 5;
    static final double WEAK_SINCE_START = 0.01;

    /** Of lead-acid cells, whose end of discharge is usually 1.75 V. */
    static final double COLLAPSED_VOLTS_PER_CELL = 1.60;

    /** How far below its end of discharge a cell of another chemistry has collapsed: as far as one of lead-acid. */
    static final double BELOW_END_VOLTS = 0.15;

    /** From the median of distances to the standard deviation of a normal distribution. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    private static final double MILLIVOLTS = 1_000;
    private static final double PERMILLE = 1_000;

    /** So that a block exactly at a limit, which binary fractions miss by a little, is not beyond it. */
    private static final double HAIR = 1e-6;

    private final double lowestMedian;
    private final double[] start;
    private final int[] last;
    private final int[] lastButOne;
    private final int[] below;
    private long beganMillis = Long.MIN_VALUE;
    private long lastMillis;

    /**
     * Watches blocks of lead-acid cells.
     *
     * @param blocks how many the string has
     * @param cells how many each block has
     */
    public DischargeWatch(int blocks, int cells) {
        this(blocks, COLLAPSED_VOLTS_PER_CELL * cells);
    }

    /**
     * Watches blocks of any type.
     *
     * @param blocks how many the string has
     * @param type of all of them
     */
    public DischargeWatch(int blocks, BlockType type) {
        this(blocks, type.cells() * (type.profile().chemistry().leadAcid() ? COLLAPSED_VOLTS_PER_CELL
                : type.profile().endOfDischargePerCell().millivolts() / MILLIVOLTS - BELOW_END_VOLTS));
    }

    /** A block has collapsed below that voltage, too: as if the others never had less than what that is 10 % below. */
    private DischargeWatch(int blocks, double collapsedVolts) {
        this.lowestMedian = collapsedVolts / (1 - COLLAPSED_PERMILLE / PERMILLE);
        this.start = new double[blocks];
        this.last = new int[blocks];
        this.lastButOne = new int[blocks];
        this.below = new int[blocks];
        begin();
    }

    /** Forgets everything: another discharge begins with the next sample. */
    public void begin() {
        Arrays.fill(start, Double.NaN);
        Arrays.fill(last, 0);
        Arrays.fill(lastButOne, 0);
        Arrays.fill(below, 0);
        beganMillis = Long.MIN_VALUE;
    }

    /**
     * Takes a sample of a discharge.
     *
     * @param monotonicMillis when, on a clock that does not jump
     * @param volts one value per block; NaN where there is no good one, which says nothing about that block
     * @return whether a block has fallen further than before
     */
    public boolean sample(long monotonicMillis, double[] volts) {
        if (beganMillis == Long.MIN_VALUE) {
            beganMillis = monotonicMillis;
            lastMillis = monotonicMillis;
        } else if (monotonicMillis - lastMillis < SAMPLE_MILLIS) {
            return false;
        }
        lastMillis = monotonicMillis;
        return monotonicMillis - beganMillis >= SKIPPED_MILLIS && judge(volts);
    }

    private boolean judge(double[] volts) {
        double median = Median.of(volts);
        double[] away = new double[volts.length];
        for (int block = 0; block < volts.length; block++) {
            away[block] = (volts[block] - median) / median;
        }
        double scatter = WEAK_DEVIATIONS * deviation(away);
        double beside = Math.max(median, lowestMedian);
        boolean fallen = false;
        for (int block = 0; block < volts.length; block++) {
            if (!Double.isNaN(away[block])) {
                start[block] = Double.isNaN(start[block]) ? away[block] : start[block];
                int collapse = permille(1 - volts[block] / beside);
                fallen |= keep(block, collapse > COLLAPSED_PERMILLE ? collapse : weakness(block, away[block], scatter));
            }
        }
        return fallen;
    }

    /** Returns how far a block is below the median, 0 when that is no more than the scatter, or was so from the start. */
    private int weakness(int block, double away, double scatter) {
        return away < -scatter && away - start[block] < -WEAK_SINCE_START ? permille(-away) : 0;
    }

    private static int permille(double share) {
        return (int) Math.ceil(share * PERMILLE - HAIR);
    }

    /** Three samples in a row have to be so far below. */
    private boolean keep(int block, int now) {
        int inARow = Math.min(now, Math.min(last[block], lastButOne[block]));
        lastButOne[block] = last[block];
        last[block] = now;
        if (inARow <= below[block]) {
            return false;
        }
        below[block] = inARow;
        return true;
    }

    private static double deviation(double[] away) {
        double middle = Median.of(away);
        double[] distances = new double[away.length];
        for (int block = 0; block < away.length; block++) {
            distances[block] = Math.abs(away[block] - middle);
        }
        return MAD_TO_DEVIATION * Median.of(distances);
    }

    /**
     * Returns how far a block has fallen in this discharge, for three samples in a row: 1/1000 of the median of its
     * string, rounded up; 0 for a sound one. A string that has less itself counts as 1/0.9 of the voltage of a collapse.
     */
    public int belowPermille(int block) {
        return below[block];
    }

    /** Returns the verdict on a block. */
    public Verdict verdict(int block) {
        return below[block] > COLLAPSED_PERMILLE ? Verdict.COLLAPSED
                : below[block] > WEAK_PERMILLE ? Verdict.WEAK : Verdict.SOUND;
    }
}
