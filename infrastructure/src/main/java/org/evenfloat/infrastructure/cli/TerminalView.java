// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/** Draws a site as lines of text: its lines, each string at a glance, and one string in full. */
final class TerminalView {

    /** Lines of a site drawn one by one; of more only those that are down. */
    private static final int MAX_LINES = 3;

    /** Rows of the string drawn in full, without remarks. */
    private static final int FULL_ROWS = 9;

    private final DateTimeFormatter clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private final DateTimeFormatter timeOfDay = DateTimeFormatter.ofPattern("HH:mm:ss");
    private final ZoneId zone;

    TerminalView(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * What is drawn.
     *
     * @param title first line
     * @param health the server
     * @param elapsedMillis time of the room since the start
     * @param strings strings of the site in order
     * @param images newest values, same order
     * @param footer last lines
     */
    record Scene(
            String title, Health health, long elapsedMillis, List<BatteryString> strings, List<StringImage> images,
            List<String> footer) {}

    /** Returns a scene as at most so many lines of so many characters; the footer is always there. */
    List<String> lines(Scene scene, int rows, int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.title());
        lines.add(String.format(Locale.ROOT, "%s   %s since the start   speed %s", stamp(scene.health().nowMillis()),
                TerminalText.duration(scene.elapsedMillis()), TerminalText.speed(scene.health().speed())));
        busLines(lines, scene.health().lines());
        lines.add("");
        int full = fullest(scene.images());
        int left = rows - scene.footer().size() - 1;
        if (scene.images().size() > 1) {
            glance(lines, scene, left - lines.size() - FULL_ROWS - 1);
            lines.add("");
        }
        full(lines, scene.strings().get(full), scene.images().get(full));
        List<String> shown = new ArrayList<>(lines.subList(0, Math.max(0, Math.min(left, lines.size()))));
        shown.add("");
        shown.addAll(scene.footer());
        return shown.stream().map(line -> TerminalText.fitted(line, columns)).toList();
    }

    private static void busLines(List<String> lines, List<Health.LineHealth> health) {
        List<Health.LineHealth> shown = health.size() <= MAX_LINES
                ? health : health.stream().filter(line -> !line.up()).limit(MAX_LINES).toList();
        for (Health.LineHealth line : shown) {
            lines.add(line.up()
                    ? String.format(Locale.ROOT, "line %-4s up   %d modules, %d silent, %d sweeps, the last in %d ms",
                            line.line(), line.modules(), line.missing(), line.sweeps(), line.sweepMillis())
                    : String.format(Locale.ROOT, "line %-4s DOWN %s", line.line(), line.problem()));
        }
        if (health.size() > MAX_LINES) {
            lines.add(String.format(Locale.ROOT, "%d lines, %d of them down, %d modules, %d silent", health.size(),
                    health.stream().filter(line -> !line.up()).count(),
                    health.stream().mapToInt(Health.LineHealth::modules).sum(),
                    health.stream().mapToInt(Health.LineHealth::missing).sum()));
        }
    }

    /** Returns which string is drawn in full: the one with the widest spread. */
    private static int fullest(List<StringImage> images) {
        return IntStream.range(0, images.size()).boxed()
                .max((one, other) -> Integer.compare(spread(images.get(one)), spread(images.get(other))))
                .orElse(0);
    }

    private static int spread(StringImage image) {
        return image.status().goodBlocks() == 0 ? -1 : image.status().spreadMillivolts();
    }

    /** Adds one line a string, widest spread first when not all fit. */
    private void glance(List<String> lines, Scene scene, int room) {
        int most = Math.max(1, room);
        List<Integer> order = new ArrayList<>(IntStream.range(0, scene.images().size()).boxed().toList());
        if (order.size() > most) {
            most = Math.max(1, most - 1);
            order.sort((one, other) -> spread(scene.images().get(other)) - spread(scene.images().get(one)));
        }
        for (int i : order.subList(0, Math.min(most, order.size()))) {
            StringStatus status = scene.images().get(i).status();
            lines.add(status.goodBlocks() == 0
                    ? String.format(Locale.ROOT, "%-5s not measured", status.id())
                    : String.format(Locale.ROOT, "%-5s %-9s %9s  spread %4d mV  %s", status.id(), status.state(),
                            mean(status), status.spreadMillivolts(), phase(status)));
        }
        if (order.size() > most) {
            lines.add("and " + (order.size() - most) + " strings with less spread");
        }
    }

    private void full(List<String> lines, BatteryString string, StringImage image) {
        StringStatus status = image.status();
        lines.add(String.format(Locale.ROOT, "%s  %d × %d cells, %s   %s%s", status.id(), string.size(),
                string.blockType().cells(), string.moduleType().name(), status.state(),
                status.state() == StringState.UNKNOWN ? "" : " since " + stamp(status.stateSinceMillis())));
        if (status.goodBlocks() == 0) {
            lines.add("  not measured");
            return;
        }
        lines.add(String.format(Locale.ROOT, "  string %s   mean %s   spread %d mV   %s   %s",
                status.totalMillivolts() == null ? "not known"
                        : String.format(Locale.ROOT, "%.1f V", status.totalMillivolts() / 1000.0),
                mean(status), status.spreadMillivolts(),
                status.currentMilliamps() == null ? "current not measured"
                        : TerminalText.amps(status.currentMilliamps()),
                status.ambientCentidegrees() == null ? "air not measured"
                        : "air " + TerminalText.celsius(status.ambientCentidegrees())));
        lines.add("  equalizing: " + phase(status));
        lines.addAll(BlockRows.of(string, image));
        status.notCorrectable().forEach(remark -> lines.add("  ! " + remark.remark()));
        status.excluded().forEach(remark -> lines.add("  ! " + remark.remark()));
    }

    /** Returns one line on a string of so many blocks, for logs and headless runs. */
    String oneLine(StringStatus status, int blocks) {
        if (status.goodBlocks() == 0) {
            return String.format(Locale.ROOT, "%-4s not measured", status.id());
        }
        String current = status.currentMilliamps() == null ? "" : TerminalText.amps(status.currentMilliamps());
        String extremes = status.goodBlocks() == 1 ? "" : String.format(Locale.ROOT,
                "spread %4d mV  lowest %-7s %8s  highest %-7s %8s  ", status.spreadMillivolts(),
                status.id() + "-" + status.lowestBlock(), TerminalText.volts(status.lowestMillivolts()),
                status.id() + "-" + status.highestBlock(), TerminalText.volts(status.highestMillivolts()));
        String measured = status.goodBlocks() == blocks ? "" : ", " + status.goodBlocks() + " of " + blocks + " measured";
        return String.format(Locale.ROOT, "%-4s %-9s mean %8s  %9s  %s%s%s", status.id(), status.state(),
                mean(status), current, extremes, phase(status), measured);
    }

    private static String mean(StringStatus status) {
        return status.meanMillivolts() == null ? "not known" : TerminalText.volts(status.meanMillivolts());
    }

    private String phase(StringStatus status) {
        String out = status.excluded().isEmpty() ? "" : ", without " + status.excluded().size()
                + (status.excluded().size() == 1 ? " block" : " blocks");
        return switch (status.phase()) {
            case OFF -> "off";
            case PAUSED -> "paused in " + status.state();
            case WORKING -> "working, largest duty " + TerminalText.percent(status.largestDutyPermille()) + out;
            case CONVERGED -> "within ±10 mV since " + timeOfDay.format(at(status.convergedSinceMillis())) + out;
            case NOT_CORRECTABLE -> "cannot bring all blocks together" + out;
        };
    }

    private ZonedDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone);
    }

    private String stamp(long millis) {
        return clock.format(at(millis));
    }
}
