// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/** Finds values of one column that have jumped; the rules are told at {@link Plausibility}. */
final class StepWatch {

    /** A jump from a value to another is taken for real when this many sweeps in a row agree. */
    private static final int AGREEING_SWEEPS = 3;

    /** And after so many it is, agreeing or not. */
    private static final int MOST_SUSPECT_SWEEPS = 5;

    private static final long NO_LIMIT_AFTER_MILLIS = 600_000;

    /** How far a value may move from {@code value} in so many minutes, in the unit of the column. */
    @FunctionalInterface
    interface Tolerance {
        double of(int value, double minutes);
    }

    private final int commonRows;
    private final Tolerance tolerance;
    private final int[] plausible;
    private final long[] plausibleMillis;
    private final boolean[] known;
    private final int[] latest;
    private final long[] latestMillis;
    private final int[] suspects;
    private final int[] agreeing;
    private final byte[] direction;

    StepWatch(int rows, int commonRows, Tolerance tolerance) {
        this.commonRows = commonRows;
        this.tolerance = tolerance;
        this.plausible = new int[rows];
        this.plausibleMillis = new long[rows];
        this.known = new boolean[rows];
        this.latest = new int[rows];
        this.latestMillis = new long[rows];
        this.suspects = new int[rows];
        this.agreeing = new int[rows];
        this.direction = new byte[rows];
    }

    void check(SweepFill fill, MeasurementKind kind) {
        long millis = fill.sampledMonotonicMillis();
        int up = 0;
        int down = 0;
        for (int row = 0; row < known.length; row++) {
            direction[row] = 0;
            if (fill.quality(kind, row) == Quality.GOOD) {
                int value = fill.value(kind, row);
                boolean jumped = known[row] && !near(plausible[row], plausibleMillis[row], value, millis);
                direction[row] = (byte) (jumped ? Integer.signum(value - plausible[row]) : 0);
                up += direction[row] > 0 ? 1 : 0;
                down += direction[row] < 0 ? 1 : 0;
            }
        }
        for (int row = 0; row < known.length; row++) {
            if (fill.quality(kind, row) == Quality.GOOD) {
                boolean common = direction[row] > 0 ? up >= commonRows : down >= commonRows;
                judge(fill, kind, row, direction[row] != 0 && !common, millis);
            }
        }
    }

    private boolean near(int from, long fromMillis, int to, long toMillis) {
        long passed = toMillis - fromMillis;
        return passed > NO_LIMIT_AFTER_MILLIS
                || Math.abs((double) to - from) <= tolerance.of(from, Math.max(0, passed) / 60_000.0);
    }

    private void judge(SweepFill fill, MeasurementKind kind, int row, boolean jumped, long millis) {
        int value = fill.value(kind, row);
        if (jumped) {
            boolean agrees = suspects[row] > 0 && near(latest[row], latestMillis[row], value, millis);
            agreeing[row] = agrees ? agreeing[row] + 1 : 1;
            suspects[row]++;
        }
        latest[row] = value;
        latestMillis[row] = millis;
        if (jumped && agreeing[row] < AGREEING_SWEEPS && suspects[row] <= MOST_SUSPECT_SWEEPS) {
            Plausibility.demote(fill, kind, row, true);
            return;
        }
        suspects[row] = 0;
        agreeing[row] = 0;
        known[row] = true;
        plausible[row] = value;
        plausibleMillis[row] = millis;
    }
}
