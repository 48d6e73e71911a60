// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.RoomString;

/** Whether relay modules and breakers fit the rest of a scenario. */
final class SwitchgearCheck {

    private final Scenario scenario;
    private final List<String> problems;

    /** @param problems where those that are found are added */
    SwitchgearCheck(Scenario scenario, List<String> problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    void check() {
        Switchgear switchgear = scenario.switchgear();
        Set<String> ids = scenario.strings().stream().flatMap(string -> Stream.of(string.id(), string.line()))
                .collect(Collectors.toSet());
        Set<String> lines = scenario.strings().stream().map(RoomString::line).collect(Collectors.toSet());
        for (int i = 0; i < switchgear.modules().size(); i++) {
            Switchgear.Module module = switchgear.modules().get(i);
            String where = "relay-modules[" + i + "]";
            id(where, module.id(), ids);
            if (!lines.contains(module.line())) {
                add(where + ".line", module.line(), "a line of a string, " + String.join(", ", lines));
            }
        }
        Set<RelayPoint> relays = new HashSet<>();
        Set<InputPoint> inputs = new HashSet<>();
        Set<String> behind = new HashSet<>();
        for (int i = 0; i < switchgear.breakers().size(); i++) {
            Switchgear.Breaker breaker = switchgear.breakers().get(i);
            String where = "breakers[" + i + "]";
            id(where, breaker.id(), ids);
            strings(where, breaker, behind);
            relay(where + ".trip", Optional.of(breaker.trip()), relays);
            relay(where + ".second-trip", breaker.secondTrip(), relays);
            breaker.status().ifPresent(input -> input(where + ".status", input, inputs));
        }
        relay("alarm-contact", switchgear.alarmContact(), relays);
        relay("buzzer", switchgear.buzzer(), relays);
    }

    private void add(String where, Object given, String allowed) {
        problems.add(where + ": " + given + " - allowed: " + allowed);
    }

    private void id(String where, String id, Set<String> ids) {
        if (!id.matches(ScenarioCheck.ID)) {
            add(where + ".id", id, "1 to 32 letters, digits, _ and ., beginning with a letter");
        }
        if (!ids.add(id)) {
            add(where + ".id", id + " again", "an id that nothing else has");
        }
    }

    private void strings(String where, Switchgear.Breaker breaker, Set<String> behind) {
        if (breaker.strings().isEmpty()) {
            add(where + ".strings", "none", "one string or more");
        }
        for (String id : breaker.strings()) {
            Optional<RoomString> string = scenario.strings().stream().filter(s -> s.id().equals(id)).findFirst();
            if (string.isEmpty() || string.get().condition() == Condition.TELEMETRY) {
                add(where + ".strings", id, "a string that is no recording");
            }
            if (!behind.add(id)) {
                add(where + ".strings", id + " again", "every string behind one breaker");
            }
        }
    }

    private void relay(String where, Optional<RelayPoint> relay, Set<RelayPoint> taken) {
        if (relay.isEmpty() || relay.get().relay() == 0) {
            return; // not there, or told already
        }
        module(where, relay.get().module());
        if (!taken.add(relay.get())) {
            add(where, relay.get() + " again", "every relay for one use");
        }
    }

    private void input(String where, InputPoint input, Set<InputPoint> taken) {
        module(where, input.module());
        if (!taken.add(input)) {
            add(where, input + " again", "every input for one use");
        }
    }

    private void module(String where, String id) {
        if (scenario.switchgear().modules().stream().noneMatch(module -> module.id().equals(id))) {
            add(where, id, "a relay module of relay-modules");
        }
    }

    /** Says when a fault means no relay or input of a module that is there. */
    void point(String where, String target) {
        boolean known = SwitchgearReader.match(target).filter(point ->
                scenario.switchgear().modules().stream().anyMatch(m -> m.id().equals(point.group(1)))).isPresent();
        if (!known) {
            add(where + ".targets", target, "relay module and number 1 to 4, such as AUX1/1");
        }
    }

    /** Says when a fault means no breaker that is there. */
    void breaker(String where, String target) {
        List<String> breakers = scenario.switchgear().breakers().stream().map(Switchgear.Breaker::id).toList();
        if (!breakers.contains(target)) {
            add(where + ".targets", target, "a breaker" + (breakers.isEmpty() ? ", of which there is none"
                    : ", " + String.join(", ", breakers)));
        }
    }
}
