// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.List;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.state.StringState;

/**
 * A guard's sample as cells of a table: whole numbers exactly as it took them. A letter behind a number says that it is
 * not GOOD: {@code s} suspect, {@code t} stale, {@code m} missing; behind a duty, {@code h} that it is held down by
 * something else than the equalizer.
 */
final class SampleCells {

    /** State, equalizing, converged, current, air. */
    static final int BEFORE_BLOCKS = 5;
    static final int A_BLOCK = 3;

    private static final String LETTERS = " stm";

    private SampleCells() {}

    /** Appends what the cells are called. */
    static void names(List<String> blocks, List<String> into) {
        into.addAll(List.of("state", "equalizing", "converged", "mA", "air 0.01C"));
        for (String block : blocks) {
            into.addAll(List.of(block + " 0.01C", block + " mV", block + " permille"));
        }
    }

    static void write(RunawaySample sample, List<String> into) {
        into.add(sample.state().name());
        into.add(sample.equalizing() ? "1" : "0");
        into.add(sample.converged() ? "1" : "0");
        into.add(cell(sample.milliamps(), sample.currentQuality()));
        into.add(cell(sample.ambientHundredthsCelsius(), sample.ambientQuality()));
        for (int i = 0; i < sample.blocks(); i++) {
            into.add(cell(sample.hundredthsCelsius(i), sample.temperatureQuality(i)));
            into.add(cell(sample.millivolts(i), sample.voltageQuality(i)));
            into.add(sample.dutyPermille(i) + (sample.isDutyFree(i) ? "" : "h"));
        }
    }

    static String cell(int value, byte quality) {
        byte code = Quality.of(quality).code();
        return code == 0 ? Integer.toString(value) : Integer.toString(value) + LETTERS.charAt(code);
    }

    /** Makes a sample of its cells, those of all blocks behind the others. */
    static RunawaySample read(long guardMillis, List<String> cells) throws IOException {
        int blocks = (cells.size() - BEFORE_BLOCKS) / A_BLOCK;
        if (cells.size() != BEFORE_BLOCKS + blocks * A_BLOCK) {
            throw new IOException("a sample of " + cells.size() + " cells");
        }
        RunawaySample sample = new RunawaySample(blocks);
        sample.begin(guardMillis);
        try {
            sample.state(StringState.valueOf(cells.get(0)), cells.get(1).equals("1"), cells.get(2).equals("1"));
            sample.current(number(cells.get(3)), quality(cells.get(3)));
            sample.ambient(number(cells.get(4)), quality(cells.get(4)));
            for (int i = 0; i < blocks; i++) {
                int at = BEFORE_BLOCKS + i * A_BLOCK;
                sample.temperature(i, number(cells.get(at)), quality(cells.get(at)));
                sample.voltage(i, number(cells.get(at + 1)), quality(cells.get(at + 1)));
                String duty = cells.get(at + 2);
                boolean held = duty.endsWith("h");
                sample.duty(i, Integer.parseInt(held ? duty.substring(0, duty.length() - 1) : duty), !held);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a sample with something that is no such value: " + e.getMessage(), e);
        }
        return sample;
    }

    private static int number(String cell) {
        return Integer.parseInt(quality(cell) == 0 ? cell : cell.substring(0, cell.length() - 1));
    }

    private static byte quality(String cell) {
        int letter = cell.isEmpty() ? -1 : LETTERS.indexOf(cell.charAt(cell.length() - 1));
        return (byte) Math.max(0, letter);
    }
}
