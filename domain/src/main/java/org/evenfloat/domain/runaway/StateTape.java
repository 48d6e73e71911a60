// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/**
 * Writes the state of the guard down, or puts it back, in one and the same order: each part hands every field over and
 * takes back what it is given.
 */
final class StateTape {

    private final boolean restoring;
    private long[] wholes = new long[64];
    private double[] numbers = new double[64];
    private short[] rings = new short[64];
    private int wholesAt;
    private int numbersAt;
    private int ringsAt;

    private StateTape(boolean restoring) {
        this.restoring = restoring;
    }

    static StateTape recording() {
        return new StateTape(false);
    }

    /** Returns a tape on which a memento as large as that one fits exactly, so that nothing is copied. */
    static StateTape recordingLike(int wholes, int numbers, int rings) {
        StateTape tape = new StateTape(false);
        tape.wholes = new long[wholes];
        tape.numbers = new double[numbers];
        tape.rings = new short[rings];
        return tape;
    }

    static StateTape of(RunawayMemento memento) {
        StateTape tape = new StateTape(true);
        tape.wholes = memento.wholes();
        tape.numbers = memento.numbers();
        tape.rings = memento.rings();
        return tape;
    }

    long whole(long value) {
        if (restoring) {
            return wholes[wholesAt++];
        }
        if (wholesAt == wholes.length) {
            wholes = Arrays.copyOf(wholes, 2 * wholesAt + 1);
        }
        wholes[wholesAt++] = value;
        return value;
    }

    int count(int value) {
        return (int) whole(value);
    }

    boolean flag(boolean value) {
        return whole(value ? 1 : 0) != 0;
    }

    double number(double value) {
        if (restoring) {
            return numbers[numbersAt++];
        }
        if (numbersAt == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbersAt + 1);
        }
        numbers[numbersAt++] = value;
        return value;
    }

    private short ring(short value) {
        if (restoring) {
            return rings[ringsAt++];
        }
        if (ringsAt == rings.length) {
            rings = Arrays.copyOf(rings, 2 * ringsAt + 1);
        }
        rings[ringsAt++] = value;
        return value;
    }

    void all(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = number(values[i]);
        }
    }

    void all(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = count(values[i]);
        }
    }

    void all(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = whole(values[i]);
        }
    }

    void all(short[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = ring(values[i]);
        }
    }

    /** Returns what was written, for a string of so many blocks. */
    RunawayMemento memento(int blocks, String learntBy) {
        boolean exact = wholesAt == wholes.length && numbersAt == numbers.length && ringsAt == rings.length;
        return exact ? new RunawayMemento(RunawayMemento.VERSION, blocks, learntBy, wholes, numbers, rings)
                : new RunawayMemento(RunawayMemento.VERSION, blocks, learntBy, Arrays.copyOf(wholes, wholesAt),
                        Arrays.copyOf(numbers, numbersAt), Arrays.copyOf(rings, ringsAt));
    }
}
