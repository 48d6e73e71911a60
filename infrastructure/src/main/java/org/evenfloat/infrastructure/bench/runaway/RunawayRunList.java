// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Which stories are run, with which faults: every combination in turn, until there are enough. */
final class RunawayRunList {

    private static final Set<RunawayStory> WITHOUT_CURRENT_TOO = EnumSet.of(
            RunawayStory.OVER_VOLTAGE, RunawayStory.HVAC_LOSS, RunawayStory.DRY_OUT, RunawayStory.SHORTED_CELLS,
            RunawayStory.LOCAL_SHORT, RunawayStory.BOOST, RunawayStory.TWO_DISCHARGES);

    private RunawayRunList() {}

    /** Returns that many rooms, each with a seed of its own that follows from {@code seed}. */
    static List<RunawayRoom> of(int runs, long seed) {
        List<Kind> kinds = kinds();
        Random seeds = new Random(seed);
        List<RunawayRoom> rooms = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Kind kind = kinds.get(run % kinds.size());
            rooms.add(new RunawayRoom(kind.story, kind.fault, kind.withCurrent, seeds.nextLong()));
        }
        return rooms;
    }

    private record Kind(RunawayStory story, SensorFault fault, boolean withCurrent) {}

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (RunawayStory story : RunawayStory.values()) {
            kinds.add(new Kind(story, SensorFault.NONE, true));
            if (WITHOUT_CURRENT_TOO.contains(story)) {
                kinds.add(new Kind(story, SensorFault.NONE, false));
            }
        }
        for (SensorFault fault : SensorFault.values()) {
            if (fault != SensorFault.NONE) {
                kinds.add(new Kind(RunawayStory.HOT_DAY, fault, true));
                kinds.add(new Kind(RunawayStory.LOCAL_SHORT, fault, true));
            }
            // without the air a whole string is seen by its current and from 50 °C on only
            if (fault != SensorFault.NONE && fault != SensorFault.AMBIENT) {
                kinds.add(new Kind(RunawayStory.SHORTED_CELLS, fault, true));
            }
        }
        return kinds;
    }
}
