// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.domain.equalize.DutyWord;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.topology.BatteryString;

/** The blocks of a string as text: all of them with one sign each, and those farthest from the mean in full. */
final class BlockRows {

    private static final int WORST_BLOCKS = 4;
    private static final int SCALE_WIDTH = 23;
    private static final int SIGNS_PER_ROW = 64;

    /** More blocks than on one row of signs are too many for signs. */
    private static final int MAX_SIGNS = 2 * SIGNS_PER_ROW;

    /** The band that equalizing promises. */
    private static final int BAND_MILLIVOLTS = 10;

    private static final int FAR_MILLIVOLTS = 100;

    private BlockRows() {}

    /** Returns the rows of a string with a GOOD voltage, none longer than 80 characters; one row while it has no mean. */
    static List<String> of(BatteryString string, StringImage image) {
        if (image.status().meanMillivolts() == null) {
            return List.of("  " + image.status().goodBlocks() + " of " + string.size()
                    + " blocks are measured: too few for a mean to hold them against");
        }
        List<String> rows = new ArrayList<>();
        if (string.size() > 1 && string.size() <= MAX_SIGNS) {
            for (int from = 0; from < string.size(); from += SIGNS_PER_ROW) {
                rows.add("  " + signs(image, from, Math.min(string.size(), from + SIGNS_PER_ROW)));
            }
            rows.add("  · within 10 mV of the mean  +− beyond  ▲▼ beyond 100 mV  ? not measured");
        }
        worst(image).forEach(block -> rows.add(row(string, image, block)));
        return rows;
    }

    private static String signs(StringImage image, int from, int to) {
        StringBuilder signs = new StringBuilder();
        for (int block = from; block < to; block++) {
            int off = value(image, MeasurementKind.VOLTAGE, block) - image.status().meanMillivolts();
            if (!good(image, MeasurementKind.VOLTAGE, block)) {
                signs.append('?');
            } else if (Math.abs(off) <= BAND_MILLIVOLTS) {
                signs.append('·');
            } else if (Math.abs(off) <= FAR_MILLIVOLTS) {
                signs.append(off > 0 ? '+' : '−');
            } else {
                signs.append(off > 0 ? '▲' : '▼');
            }
        }
        return signs.toString();
    }

    private static List<Integer> worst(StringImage image) {
        int mean = image.status().meanMillivolts();
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; i < image.values()[0].length; i++) {
            if (good(image, MeasurementKind.VOLTAGE, i)) {
                blocks.add(i);
            }
        }
        blocks.sort(Comparator.comparingInt(i -> -Math.abs(value(image, MeasurementKind.VOLTAGE, i) - mean)));
        return blocks.subList(0, Math.min(WORST_BLOCKS, blocks.size()));
    }

    private static String row(BatteryString string, StringImage image, int block) {
        int mean = image.status().meanMillivolts();
        int millivolts = value(image, MeasurementKind.VOLTAGE, block);
        String temperature = good(image, MeasurementKind.TEMPERATURE, block)
                ? TerminalText.celsius(value(image, MeasurementKind.TEMPERATURE, block)) : "? °C";
        int duty = value(image, MeasurementKind.DUTY, block);
        return String.format(Locale.ROOT, "  %-7s %8s %8s  %s %8s  %5s %s", string.blocks().get(block).id(),
                TerminalText.volts(millivolts), TerminalText.difference(millivolts - mean),
                scale(image, millivolts - mean), temperature, TerminalText.percent(duty), DutyWord.of(duty).text());
    }

    /** Returns where a block stands between the lowest and the highest, the mean in the middle. */
    private static String scale(StringImage image, int off) {
        int mean = image.status().meanMillivolts();
        int reach = Math.max(2 * BAND_MILLIVOLTS,
                Math.max(image.status().highestMillivolts() - mean, mean - image.status().lowestMillivolts()));
        char[] scale = new char[SCALE_WIDTH];
        Arrays.fill(scale, '·');
        int middle = SCALE_WIDTH / 2;
        scale[middle] = '|';
        int place = middle + Math.round((float) off * middle / reach);
        scale[Math.max(0, Math.min(SCALE_WIDTH - 1, place))] = '●';
        return new String(scale);
    }

    private static int value(StringImage image, MeasurementKind kind, int block) {
        return image.values()[kind.ordinal()][block];
    }

    private static boolean good(StringImage image, MeasurementKind kind, int block) {
        return image.qualities()[kind.ordinal()][block] == Quality.GOOD.code();
    }
}
