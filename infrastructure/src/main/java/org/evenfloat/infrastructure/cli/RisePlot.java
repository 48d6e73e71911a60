// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation.Happening;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation.Rise;

/** Draws with letters how far the hottest block was above the air, against its limits, while something happened. */
final class RisePlot {

    private static final int COLUMNS = 72;
    private static final int ROWS = 14;
    private static final int LABEL = 8;
    /** So much is drawn before the first warning and after the last thing that happened. */
    private static final long AROUND_MILLIS = 3 * 3_600_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RisePlot() {}

    /** What happened in one column. */
    private record Column(double kelvin, double warn, double alarm, double trip) {}

    /** Returns the lines of the picture; none when there is nothing to draw. */
    static List<String> lines(Explanation explanation) {
        List<Rise> known = shown(explanation);
        if (known.size() < 2) {
            return List.of();
        }
        long from = known.get(0).atMillis();
        long to = known.get(known.size() - 1).atMillis();
        Column[] columns = columns(known, from, to);
        double highest = 1;
        double lowest = 0;
        for (Column column : columns) {
            if (column != null) {
                highest = Math.max(highest, Math.max(column.trip, column.kelvin));
                lowest = Math.min(lowest, column.kelvin);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("rise of the hottest block above the air, K   * rise   w warning   a alarm   t trip 1   ! breaker");
        double step = (highest - lowest) / (ROWS - 1);
        for (int row = ROWS - 1; row >= 0; row--) {
            lines.add(line(columns, lowest + row * step, step));
        }
        lines.add(" ".repeat(LABEL) + "└" + "─".repeat(COLUMNS));
        String marks = marks(explanation.story(), from, to);
        if (!marks.isBlank()) {
            lines.add(" ".repeat(LABEL + 1) + marks);
        }
        String begin = TIME.format(Instant.ofEpochMilli(from));
        String end = TIME.format(Instant.ofEpochMilli(to)) + " UTC";
        lines.add(" ".repeat(LABEL + 1) + begin + " ".repeat(COLUMNS - begin.length() - end.length()) + end);
        return lines;
    }

    private static List<Rise> shown(Explanation explanation) {
        List<Rise> known = explanation.rises().stream().filter(rise -> !Double.isNaN(rise.kelvin())).toList();
        long warned = known.stream().filter(rise -> rise.kelvin() >= rise.warnKelvin()).mapToLong(Rise::atMillis).min()
                .orElse(Long.MIN_VALUE + AROUND_MILLIS);
        long last = explanation.story().stream().mapToLong(Happening::atMillis).max().orElse(Long.MAX_VALUE);
        List<Rise> around = known.stream().filter(rise -> rise.atMillis() >= warned - AROUND_MILLIS
                && rise.atMillis() - last <= AROUND_MILLIS).toList();
        return around.size() < 2 ? known : around;
    }

    private static int column(long atMillis, long from, long to) {
        long at = (atMillis - from) * (COLUMNS - 1) / Math.max(1, to - from);
        return (int) Math.max(0, Math.min(COLUMNS - 1, at)); // a clock that was set back draws at the edge
    }

    /** Of the samples in a column the hottest counts. */
    private static Column[] columns(List<Rise> rises, long from, long to) {
        Column[] columns = new Column[COLUMNS];
        for (Rise rise : rises) {
            int at = column(rise.atMillis(), from, to);
            if (columns[at] == null || rise.kelvin() > columns[at].kelvin) {
                columns[at] = new Column(rise.kelvin(), rise.warnKelvin(), rise.alarmKelvin(), rise.tripKelvin());
            }
        }
        return columns;
    }

    private static String line(Column[] columns, double value, double step) {
        char[] line = new char[COLUMNS];
        Arrays.fill(line, ' ');
        for (int i = 0; i < COLUMNS; i++) {
            if (columns[i] != null) {
                line[i] = in(columns[i].warn, value, step) ? 'w' : line[i];
                line[i] = in(columns[i].alarm, value, step) ? 'a' : line[i];
                line[i] = in(columns[i].trip, value, step) ? 't' : line[i];
                line[i] = in(columns[i].kelvin, value, step) ? '*' : line[i];
            }
        }
        return String.format(Locale.ROOT, "%" + (LABEL - 1) + ".1f │", value) + new String(line).stripTrailing();
    }

    private static boolean in(double value, double middle, double step) {
        return value >= middle - step / 2 && value < middle + step / 2;
    }

    private static String marks(List<Happening> story, long from, long to) {
        char[] marks = new char[COLUMNS];
        Arrays.fill(marks, ' ');
        for (Happening each : story) {
            boolean acts = each.kind().equals("breaker") || each.kind().equals("person");
            if (acts && each.atMillis() >= from && each.atMillis() <= to) {
                marks[column(each.atMillis(), from, to)] = '!';
            }
        }
        return new String(marks).stripTrailing();
    }
}
