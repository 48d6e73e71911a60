// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.wire.BlockTerminals;

/** Makes the faults of chargers, blocks, air and sensors that scenarios name. */
final class PlantFaults {

    private final Map<String, ? extends RoomStanding> standings;
    private final RoomAir air;

    /** @param standings strings of the room by their ids */
    PlantFaults(Map<String, ? extends RoomStanding> standings, RoomAir air) {
        this.standings = standings;
        this.air = air;
    }

    /** Lets a fault begin and returns what mends it. */
    Runnable begin(Fault fault, long nowMillis) {
        String first = fault.targets().isEmpty() ? "" : fault.targets().get(0);
        double amount = fault.amount();
        return switch (fault.kind()) {
            case HOT_ROOM -> {
                air.heat(amount);
                yield () -> air.heat(-amount);
            }
            case OVERVOLTAGE -> string(first).breaks(faults -> faults.overvoltage(amount));
            case DRY_OUT -> all(fault.targets(), id -> {
                List<Integer> blocks = IntStream.range(0, string(id).size()).boxed().toList();
                return string(id).breaks(faults -> faults.breaks(blocks, BlockFault.dryOut(amount), nowMillis));
            });
            case SHORTED_CELLS -> all(fault.targets(), id -> block(id, BlockFault.shortedCell(), nowMillis));
            case LOCAL_SHORT -> block(first, BlockFault.localShort(amount), nowMillis);
            case WRONG_TEMPERATURE -> stuck(first, amount, Double.NaN);
            case FROZEN_MODULE -> {
                BlockTerminals now = stringOf(first).block(index(first));
                yield stuck(first, now.celsius(), now.volts());
            }
            default -> throw new IllegalArgumentException(fault.kind() + " - a fault of the plant");
        };
    }

    private static Runnable all(List<String> ids, Function<String, Runnable> begin) {
        List<Runnable> mends = ids.stream().map(begin).toList();
        return () -> mends.forEach(Runnable::run);
    }

    private Runnable block(String id, BlockFault fault, long nowMillis) {
        return stringOf(id).breaks(faults -> faults.breaks(List.of(index(id)), fault, nowMillis));
    }

    private Runnable stuck(String id, double celsius, double volts) {
        return stringOf(id).breaks(faults -> faults.stuck(index(id), celsius, volts));
    }

    private PlantStanding string(String id) {
        return (PlantStanding) standings.get(id);
    }

    private PlantStanding stringOf(String block) {
        return string(block.substring(0, block.lastIndexOf('-')));
    }

    private static int index(String block) {
        return Integer.parseInt(block.substring(block.lastIndexOf('-') + 1)) - 1;
    }
}
