// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.RoomString;

/** Whether the parts of a scenario fit each other. */
public final class ScenarioCheck {

    /** As in the site file, in which they end up. */
    static final String ID = "[A-Za-z][A-Za-z0-9_.]{0,31}";

    /** As many targets as one likes, but one. */
    private static final int ANY = -1;

    private final Scenario scenario;
    private final List<String> problems = new ArrayList<>();
    private final SwitchgearCheck switchgear;

    private ScenarioCheck(Scenario scenario) {
        this.scenario = scenario;
        this.switchgear = new SwitchgearCheck(scenario, problems);
    }

    /** Returns what does not fit, each {@code where: what was given - what is allowed}; empty when all is well. */
    public static List<String> problems(Scenario scenario) {
        ScenarioCheck check = new ScenarioCheck(scenario);
        check.strings();
        check.switchgear.check();
        for (int i = 0; i < scenario.faults().size(); i++) {
            check.fault("faults[" + i + "]", scenario.faults().get(i));
        }
        return List.copyOf(check.problems);
    }

    private void strings() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < scenario.strings().size(); i++) {
            RoomString string = scenario.strings().get(i);
            String where = "strings[" + i + "]";
            id(where + ".id", string.id());
            id(where + ".line", string.line());
            if (!ids.add(string.id())) {
                problems.add(where + ".id: " + string.id() + " again - allowed: an id that no other string has");
            }
            if (string.block() > string.blocks()) {
                problems.add(where + ".block: " + string.block() + " - allowed: 1 to " + string.blocks());
            }
            if (string.condition() == Condition.AGED) {
                spread(where, string);
            }
            if (string.condition() == Condition.DEFICIT && string.amount() > string.capacityAmpHours() / 2) {
                problems.add(where + ".missing: " + string.amount() + " Ah - allowed: at most half the capacity, "
                        + string.capacityAmpHours() / 2 + " Ah");
            }
        }
    }

    private void id(String where, String id) {
        if (!id.matches(ID)) {
            problems.add(where + ": " + id + " - allowed: 1 to 32 letters, digits, _ and ., beginning with a letter");
        }
    }

    private void spread(String where, RoomString string) {
        if (string.blocks() < 2) {
            problems.add(where + ".blocks: " + string.blocks() + " - allowed: 2 or more, to differ in an aged string");
        }
        if (string.spreadVolts() > string.cells()) {
            problems.add(where + ".spread: " + string.spreadVolts() + " V - allowed: at most 1 V per cell, "
                    + string.cells() + " V");
        }
    }

    private void fault(String where, Fault fault) {
        if (fault.untilMillis() < fault.atMillis()) {
            problems.add(where + ".until: " + fault.untilMillis() / 1000 + " s - allowed: not before its begin at "
                    + fault.atMillis() / 1000 + " s");
        }
        number(where, fault);
        switch (fault.kind()) {
            case CLOCK_JUMP, HOT_ROOM -> { }
            case OVERVOLTAGE, DRY_OUT -> fault.targets().forEach(target -> string(where, target));
            case SHORTED_CELLS, LOCAL_SHORT, WRONG_TEMPERATURE, FROZEN_MODULE ->
                    fault.targets().forEach(target -> block(where, target));
            case NOISY_LINE, UNPLUGGED_LINE -> fault.targets().forEach(target -> line(where, target));
            case STUCK_RELAY, LYING_INPUT -> fault.targets().forEach(target -> switchgear.point(where, target));
            case SLOW_BREAKER, OPEN_BREAKER, CLOSED_BREAKER ->
                    fault.targets().forEach(target -> switchgear.breaker(where, target));
            case LOST_MODULE, LOST_ADDRESS, PRESSED_BUTTON -> fault.targets().forEach(target -> lineOf(where, target));
            case SWAPPED_MODULES, DUPLICATE_ADDRESS -> two(where, fault.targets());
        }
    }

    /** Says when a fault has too many or too few targets. */
    private void number(String where, Fault fault) {
        int needed = switch (fault.kind()) {
            case CLOCK_JUMP, HOT_ROOM -> 0;
            case LOST_MODULE, NOISY_LINE, UNPLUGGED_LINE, STUCK_RELAY, LYING_INPUT, SLOW_BREAKER, OPEN_BREAKER,
                    CLOSED_BREAKER, OVERVOLTAGE, LOCAL_SHORT, WRONG_TEMPERATURE, FROZEN_MODULE -> 1;
            case SWAPPED_MODULES, DUPLICATE_ADDRESS -> 2;
            case LOST_ADDRESS, PRESSED_BUTTON, DRY_OUT, SHORTED_CELLS -> ANY;
        };
        int given = fault.targets().size();
        if (needed == ANY ? given == 0 : given != needed) {
            problems.add(where + ".targets: " + fault.targets() + " - allowed: " + (needed == ANY ? "one target or more"
                    : needed == 0 ? "none" : needed + (needed == 1 ? " target" : " targets")));
        }
    }

    private void string(String where, String target) {
        List<String> strings = plantStrings().stream().map(RoomString::id).toList();
        if (!strings.contains(target)) {
            problems.add(where + ".targets: " + target + " - allowed: a string that is no recording"
                    + (strings.isEmpty() ? ", of which there is none" : ", " + String.join(", ", strings)));
        }
    }

    /** Says when a fault means no block of the plant: a relay module and a recording are none. */
    private void block(String where, String target) {
        if (plantStrings().stream().allMatch(string -> numberIn(string, target).isEmpty())) {
            problems.add(where + ".targets: " + target + " - allowed: a block that is no recording, "
                    + blocks(plantStrings()));
        }
    }

    private List<RoomString> plantStrings() {
        return scenario.strings().stream().filter(string -> string.condition() != Condition.TELEMETRY).toList();
    }

    private static String blocks(List<RoomString> strings) {
        return strings.stream().map(string -> string.id() + "-1 to " + string.id() + "-" + string.blocks())
                .collect(Collectors.joining(", "));
    }

    /** Returns the number of a block, from 1, when it is one of that string. */
    private static Optional<Integer> numberIn(RoomString string, String target) {
        String start = string.id() + "-";
        String number = target.startsWith(start) ? target.substring(start.length()) : "";
        boolean known = number.matches("[1-9][0-9]{0,3}") && Integer.parseInt(number) <= string.blocks();
        return known ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }

    private void line(String where, String target) {
        Set<String> lines = scenario.strings().stream().map(RoomString::line)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!lines.contains(target)) {
            problems.add(where + ".targets: " + target + " - allowed: a line, " + String.join(", ", lines));
        }
    }

    private void two(String where, List<String> targets) {
        List<String> lines = targets.stream().map(target -> lineOf(where, target)).flatMap(Optional::stream).toList();
        if (new HashSet<>(targets).size() < targets.size() || new HashSet<>(lines).size() > 1) {
            problems.add(where + ".targets: " + targets + " - allowed: two different blocks of the same line");
        }
    }

    /** Returns the line of a block or relay module, or empty, and a problem more, when there is no such one. */
    private Optional<String> lineOf(String where, String target) {
        for (Switchgear.Module module : scenario.switchgear().modules()) {
            if (module.id().equals(target)) {
                return Optional.of(module.line());
            }
        }
        for (RoomString string : scenario.strings()) {
            if (numberIn(string, target).isPresent()) {
                return Optional.of(string.line());
            }
        }
        problems.add(where + ".targets: " + target + " - allowed: a block, " + blocks(scenario.strings()));
        return Optional.empty();
    }
}
