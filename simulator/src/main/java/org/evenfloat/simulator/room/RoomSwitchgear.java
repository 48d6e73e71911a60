// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.simulator.wire.RelayTerminals;

/** The breakers of a room with the wires from relays to releases and from auxiliary contacts to inputs, faults included. */
final class RoomSwitchgear {

    private final Map<String, RoomBreaker> breakers = new LinkedHashMap<>();
    private final Set<RelayPoint> stuck = ConcurrentHashMap.newKeySet();
    private final Map<RelayPoint, Boolean> energised = new ConcurrentHashMap<>();
    private final Map<InputPoint, Boolean> lies = new ConcurrentHashMap<>();

    RoomSwitchgear(Switchgear plan, LongSupplier clockMillis) {
        plan.breakers().forEach(breaker -> breakers.put(breaker.id(), new RoomBreaker(breaker, clockMillis)));
    }

    RoomBreaker breaker(String id) {
        return breakers.get(id);
    }

    List<RoomBreaker> breakers() {
        return List.copyOf(breakers.values());
    }

    /** Returns whether a breaker has disconnected that string. */
    boolean isDisconnected(String string) {
        for (RoomBreaker breaker : breakers.values()) {
            if (breaker.plan().strings().contains(string) && breaker.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether that relay is energised, whether or not its contact follows. */
    boolean isEnergised(RelayPoint relay) {
        return energised.getOrDefault(relay, false);
    }

    /** Lets the contact of a relay stay as it is when released, whatever the module thinks. */
    void stick(RelayPoint relay) {
        stuck.add(relay);
        act(relay, false);
    }

    void mend(RelayPoint relay) {
        stuck.remove(relay);
        act(relay, isEnergised(relay));
    }

    /** Lets an input see for ever what it sees now. */
    void lie(InputPoint input) {
        lie(input, truth(input));
    }

    /** Lets an input see for ever a contact that is closed or not. */
    void lie(InputPoint input, boolean closed) {
        lies.put(input, closed);
    }

    void mend(InputPoint input) {
        lies.remove(input);
    }

    private void act(RelayPoint relay, boolean on) {
        breakers.values().forEach(breaker -> breaker.relay(relay, on));
    }

    private boolean truth(InputPoint input) {
        for (RoomBreaker breaker : breakers.values()) {
            if (breaker.plan().status().filter(input::equals).isPresent()) {
                return !breaker.isOpen();
            }
        }
        return false;
    }

    /** Returns what hangs on a relay module. */
    RelayTerminals terminals(String module) {
        return new RelayTerminals() {
            @Override
            public void energise(int relay, boolean on) {
                RelayPoint point = new RelayPoint(module, relay);
                energised.put(point, on);
                if (!stuck.contains(point)) {
                    act(point, on);
                }
            }

            @Override
            public boolean closed(int input) {
                InputPoint point = new InputPoint(module, input);
                Boolean lie = lies.get(point);
                return lie == null ? truth(point) : lie;
            }
        };
    }
}
