// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import java.util.Arrays;
import org.evenfloat.domain.topology.BlockType;

/**
 * Finds blocks that give way in a discharge before the string does: a block that falls away from the median of the
 * others, further than they scatter and further than at the beginning. A dead block moves the string's voltage by a
 * few millivolts a block, so that nobody else notices it. Verdicts of a discharge are kept, not withdrawn. The numbers
 * are from simulated discharges of 52 to 64 blocks (verify-physics, kind discharge). For one thread.
 */
public final class DischargeWatch {

    /** What is said of a block; later ones are worse. */
    public enum Verdict {
        SOUND,
        /** It falls away from the others. */
        WEAK,
        /** It has collapsed. */
        COLLAPSED
    }

    /** Samples come this far apart, or further; closer ones are left out. */
    public static final long SAMPLE_MILLIS = 10_000;

    /** The first voltage dip says nothing. */
    static final long SKIPPED_MILLIS = 60_000;

    static final double WEAK_SHARE = 0.035;
    static final double WEAK_DEVIATIONS = 5;
    static final double WEAK_SINCE_START = 0.01;
    static final double COLLAPSED_SHARE = 0.10;

    /** Of lead-acid cells, whose end of discharge is usually 1.75 V. */
    static final double COLLAPSED_VOLTS_PER_CELL = 1.60;

    /** How far below its end of discharge a cell of another chemistry has collapsed: as far as one of lead-acid. */
    static final double BELOW_END_VOLTS = 0.15;
    static final int IN_A_ROW = 3;

    /** From the median of distances to the standard deviation of a normal distribution. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    private static final double MILLIVOLTS = 1_000;

    private final double collapsedVolts;
    private final double[] start;
    private final int[] weak;
    private final int[] collapsed;
    private final Verdict[] verdicts;
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

    private DischargeWatch(int blocks, double collapsedVolts) {
        this.collapsedVolts = collapsedVolts;
        this.start = new double[blocks];
        this.weak = new int[blocks];
        this.collapsed = new int[blocks];
        this.verdicts = new Verdict[blocks];
        begin();
    }

    /** Forgets everything: another discharge begins with the next sample. */
    public void begin() {
        Arrays.fill(start, Double.NaN);
        Arrays.fill(weak, 0);
        Arrays.fill(collapsed, 0);
        Arrays.fill(verdicts, Verdict.SOUND);
        beganMillis = Long.MIN_VALUE;
    }

    /**
     * Takes a sample of a discharge.
     *
     * @param monotonicMillis when, on a clock that does not jump
     * @param volts one value per block; NaN where there is no good one, which says nothing about that block
     * @return whether a verdict has changed
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
        double limit = Math.max(WEAK_SHARE, WEAK_DEVIATIONS * deviation(away));
        boolean changed = false;
        for (int block = 0; block < volts.length; block++) {
            if (!Double.isNaN(away[block])) {
                changed |= judge(block, volts[block], away[block], limit);
            }
        }
        return changed;
    }

    private boolean judge(int block, double volts, double away, double limit) {
        if (Double.isNaN(start[block])) {
            start[block] = away;
        }
        boolean isWeak = away < -limit && away - start[block] < -WEAK_SINCE_START;
        boolean isCollapsed = away < -COLLAPSED_SHARE || volts < collapsedVolts;
        weak[block] = isWeak ? weak[block] + 1 : 0;
        collapsed[block] = isCollapsed ? collapsed[block] + 1 : 0;
        Verdict now = collapsed[block] >= IN_A_ROW ? Verdict.COLLAPSED
                : weak[block] >= IN_A_ROW ? Verdict.WEAK : Verdict.SOUND;
        if (now.compareTo(verdicts[block]) <= 0) {
            return false;
        }
        verdicts[block] = now;
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

    /** Returns the verdict on a block. */
    public Verdict verdict(int block) {
        return verdicts[block];
    }
}
