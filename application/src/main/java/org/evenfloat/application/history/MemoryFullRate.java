// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.in.FullRate;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Site;

/** What the memory of the last hours holds of a string, sweep by sweep. */
public final class MemoryFullRate implements FullRate {

    private static final int ELSEWHERE = -1;

    private final MemoryRing ring;
    private final Map<String, List<Rows>> strings = new HashMap<>();

    /** Where a string's values are in the images of one line; {@link #ELSEWHERE} for those that are on another one. */
    private record Rows(String line, int[] blocks, int current, int ambient) {}

    private record Found(PackedImage image, Rows rows) {}

    /**
     * @param rosters one per line of the site
     * @param ring what has the images
     */
    public MemoryFullRate(Site site, List<LineRoster> rosters, MemoryRing ring) {
        this.ring = ring;
        site.strings().forEach(string -> strings.put(string.id(), rosters.stream()
                .map(roster -> rows(string, roster))
                .filter(MemoryFullRate::any)
                .toList()));
    }

    private static Rows rows(BatteryString string, LineRoster roster) {
        Map<String, Integer> places = new HashMap<>();
        for (int row = 0; row < roster.moduleCount(); row++) {
            places.put(roster.blockId(row), row);
        }
        int[] blocks = new int[string.size()];
        Arrays.setAll(blocks, i -> places.getOrDefault(string.blocks().get(i).id(), ELSEWHERE));
        return new Rows(
                roster.line(), blocks, sensor(string.currentSensor(), roster), sensor(string.ambientSensor(), roster));
    }

    private static int sensor(Optional<ModuleAddress> address, LineRoster roster) {
        for (int row = 0; row < roster.sensorCount(); row++) {
            if (address.isPresent() && roster.sensor(row).address().equals(address.get())) {
                return row;
            }
        }
        return ELSEWHERE;
    }

    private static boolean any(Rows rows) {
        return rows.current != ELSEWHERE || rows.ambient != ELSEWHERE
                || Arrays.stream(rows.blocks).anyMatch(row -> row != ELSEWHERE);
    }

    @Override
    public void sweeps(String string, long afterMillis, Taker taker) throws IOException {
        List<Found> found = strings.getOrDefault(string, List.of()).stream()
                .flatMap(rows -> ring.images(rows.line).stream()
                        .filter(image -> image.atMillis() > afterMillis)
                        .map(image -> new Found(image, rows)))
                .sorted(Comparator.comparingLong(each -> each.image.atMillis()))
                .toList();
        for (Found each : found) {
            taker.take(new Seen(each.image, each.rows));
        }
    }

    private record Seen(PackedImage image, Rows rows) implements Sweep {

        @Override
        public long atMillis() {
            return image.atMillis();
        }

        @Override
        public int value(MeasurementKind kind, int block) {
            int row = rows.blocks[block];
            return row == ELSEWHERE ? 0 : image.value(kind.ordinal(), row);
        }

        @Override
        public Quality quality(MeasurementKind kind, int block) {
            int row = rows.blocks[block];
            return row == ELSEWHERE ? Quality.MISSING : image.quality(kind.ordinal(), row);
        }

        @Override
        public int milliamps() {
            return rows.current == ELSEWHERE ? 0 : image.sensorValue(rows.current);
        }

        @Override
        public Quality currentQuality() {
            return rows.current == ELSEWHERE ? Quality.MISSING : image.sensorQuality(rows.current);
        }

        @Override
        public int ambientHundredthsCelsius() {
            return rows.ambient == ELSEWHERE ? 0 : image.sensorValue(rows.ambient);
        }

        @Override
        public Quality ambientQuality() {
            return rows.ambient == ELSEWHERE ? Quality.MISSING : image.sensorQuality(rows.ambient);
        }
    }
}
