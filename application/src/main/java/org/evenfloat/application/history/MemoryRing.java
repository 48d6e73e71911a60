// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * The last hours of every line in memory at full rate. One thread adds, any number read, nobody waits for anybody.
 * Bounded by count: memory by sweep period, at most {@value #MAX_IMAGES} images a line, of about 8 bytes a module.
 */
public final class MemoryRing {

    /** How far back the ring reaches unless told otherwise. */
    public static final long MEMORY_MILLIS = 2 * 3_600_000;

    /** Largest number of images of a line: two hours of one a second. */
    public static final int MAX_IMAGES = 7_200;

    private final Map<String, LineRing> rings = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Place> sensorPlaces = new HashMap<>();

    private record Place(String line, int row) {}

    /**
     * @param rosters one per line of the site
     * @param memoryMillis how far back the ring reaches
     * @param sweepPeriodMillis shortest time between two sweeps of a line
     */
    public MemoryRing(List<LineRoster> rosters, long memoryMillis, long sweepPeriodMillis) {
        long wanted = memoryMillis / Math.max(1, sweepPeriodMillis) + 1;
        int capacity = (int) Math.min(MAX_IMAGES, wanted);
        for (LineRoster roster : rosters) {
            rings.put(roster.line(), new LineRing(capacity, memoryMillis));
            for (int row = 0; row < roster.moduleCount(); row++) {
                places.put(roster.blockId(row), new Place(roster.line(), row));
            }
            for (int row = 0; row < roster.sensorCount(); row++) {
                sensorPlaces.put(roster.sensor(row).id(), new Place(roster.line(), row));
            }
        }
    }

    /** Adds an image; it is of one of the lines, with the rows of that line's roster. */
    public void add(SweepImage image) {
        rings.get(image.line()).add(image);
    }

    /** Returns what is in memory of a line now, the oldest first. */
    List<PackedImage> images(String line) {
        return rings.get(line).images();
    }

    /** Returns what is in memory of that block now, or empty when there is nothing. */
    Optional<Recent> recent(String blockId) {
        Place place = places.get(blockId);
        List<PackedImage> images = place == null ? List.of() : rings.get(place.line).images();
        return images.isEmpty() ? Optional.empty() : Optional.of(new Recent(images, place.row));
    }

    /** Returns what is in memory of many blocks and sensors now, or empty when there is nothing. */
    Optional<RecentRanges> recent(RangeQuestion question) {
        Map<String, RecentRanges.Line> lines = new LinkedHashMap<>();
        for (int i = 0; i < question.columns(); i++) {
            int sensor = i - question.blocks().size();
            Place place = sensor < 0
                    ? places.get(question.blocks().get(i))
                    : sensorPlaces.get(question.sensors().get(sensor));
            if (place != null) {
                RecentRanges.Line line = lines.computeIfAbsent(place.line, id -> new RecentRanges.Line(
                        rings.get(id).images(), new PickedRows(), new PickedRows()));
                (sensor < 0 ? line.modules() : line.sensors()).add(place.row, i);
            }
        }
        lines.values().removeIf(line -> line.images().isEmpty());
        return lines.isEmpty() ? Optional.empty() : Optional.of(new RecentRanges(question, List.copyOf(lines.values())));
    }

    /**
     * What is in memory of one block at one moment.
     *
     * @param images one or more, in the order in which they were sampled
     * @param row the block's row in them
     */
    record Recent(List<PackedImage> images, int row) {

        /** Returns the earliest instant in memory by the wall clock. */
        long startMillis() {
            return images.stream().mapToLong(PackedImage::atMillis).min().orElseThrow();
        }

        HistorySeries series(long fromMillis, long toMillis, int points) {
            List<PackedImage> wanted = images.stream()
                    .filter(image -> image.atMillis() >= fromMillis && image.atMillis() <= toMillis)
                    .toList();
            long first = wanted.stream().mapToLong(PackedImage::atMillis).min().orElse(0);
            long last = wanted.stream().mapToLong(PackedImage::atMillis).max().orElse(0);
            int kinds = MeasurementKind.count();
            SeriesSummary summary = new SeriesSummary(kinds, first, last, points);
            int[] values = new int[kinds];
            boolean[] usable = new boolean[kinds];
            for (PackedImage image : wanted) {
                for (int kind = 0; kind < kinds; kind++) {
                    values[kind] = image.value(kind, row);
                    usable[kind] = image.measured(kind, row);
                }
                summary.add(image.atMillis(), values, usable);
            }
            return summary.series();
        }
    }
}
