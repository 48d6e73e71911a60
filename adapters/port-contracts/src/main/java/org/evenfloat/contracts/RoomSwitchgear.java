// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripPhase;

/** Relay modules R1, R2 … of a room: relay 1 is energised, input 2 is on; breakers B1, B2 … of strings S1, S2 … are open. */
final class RoomSwitchgear implements ViewSwitchgear {

    private static final int FIRST_ADDRESS = 60_001;
    private static final int LEFT_MILLIS = 42_000;

    private final List<Integer> numbers;

    RoomSwitchgear(int count) {
        numbers = IntStream.rangeClosed(1, count).boxed().toList();
    }

    List<RelayModule> modules() {
        return numbers.stream().map(number -> new RelayModule("R" + number,
                new ModuleAddress("L1", FIRST_ADDRESS + number),
                List.of(new RelayModule.Relay(1, RelayModule.Contact.NO, RelayModule.Mode.MAINTAINED, 0,
                        RelayModule.BusLoss.HOLD)),
                List.of(new RelayModule.Input(2, "door", RelayModule.Contact.NO)))).toList();
    }

    List<Breaker> installed() {
        return numbers.stream().map(number -> new Breaker("B" + number, List.of("S" + number),
                new RelayPoint("R" + number, 1), Optional.empty(), Optional.empty(), false)).toList();
    }

    List<ViewProtection.GuardedBreaker> policies() {
        return numbers.stream().map(number -> new ViewProtection.GuardedBreaker("B" + number, List.of("S" + number),
                TripMode.SHADOW, TripPhase.COUNTDOWN, LEFT_MILLIS, NorthboundRoom.NOW, false, false, null, null, null, false,
                null, "", List.of("no proof test"), null, "", 0)).toList();
    }

    @Override
    public List<SeenModule> relayModules() {
        return numbers.stream().map(number -> new SeenModule("R" + number, "L1", FIRST_ADDRESS + number, Quality.GOOD,
                NorthboundRoom.NOW, List.of(new SeenRelay(1, "B" + number, true, false)),
                List.of(new SeenInput(2, "door", true, 3)))).toList();
    }

    @Override
    public List<SeenBreaker> breakers() {
        return numbers.stream().map(number -> new SeenBreaker("B" + number, List.of("S" + number), Position.OPEN,
                Quality.GOOD, NorthboundRoom.NOW)).toList();
    }
}
