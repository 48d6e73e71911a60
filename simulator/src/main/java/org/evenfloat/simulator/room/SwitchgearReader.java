// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;

/** Reads the relay modules and breakers of a scenario. */
final class SwitchgearReader {

    private static final Pattern POINT = Pattern.compile("([A-Za-z][A-Za-z0-9_.]{0,31})/([1-4])");

    private final String source;
    private final List<String> problems;

    SwitchgearReader(String source, List<String> problems) {
        this.source = source;
        this.problems = problems;
    }

    Switchgear read(ScenarioFields scenario) {
        List<Switchgear.Module> modules = new ArrayList<>();
        List<?> moduleNodes = scenario.list("relay-modules");
        for (int i = 0; i < moduleNodes.size(); i++) {
            ScenarioFields fields = fields("relay-modules", i, moduleNodes);
            modules.add(new Switchgear.Module(fields.text("id", "AUX" + (i + 1)), fields.text("line", "L1")));
            fields.finish();
        }
        List<Switchgear.Breaker> breakers = new ArrayList<>();
        List<?> breakerNodes = scenario.list("breakers");
        for (int i = 0; i < breakerNodes.size(); i++) {
            breakers.add(breaker(fields("breakers", i, breakerNodes), i));
        }
        return new Switchgear(modules, breakers, relay(scenario, "alarm-contact"), relay(scenario, "buzzer"));
    }

    private ScenarioFields fields(String key, int index, List<?> nodes) {
        return new ScenarioFields(source + ": " + key + "[" + index + "]", nodes.get(index), problems);
    }

    private static Switchgear.Breaker breaker(ScenarioFields fields, int index) {
        Optional<RelayPoint> trip = relay(fields, "trip");
        if (!fields.has("trip")) {
            fields.problem("trip", null, "relay module and number 1 to 4, such as AUX1/1");
        }
        Switchgear.Breaker breaker = new Switchgear.Breaker(
                fields.text("id", "Q" + (index + 1)),
                fields.list("strings").stream().map(String::valueOf).toList(),
                trip.orElse(new RelayPoint("", 0)),
                relay(fields, "second-trip"),
                point(fields, "status").map(at -> new InputPoint(at.group(1), Integer.parseInt(at.group(2)))),
                fields.yes("armed", false));
        fields.finish();
        return breaker;
    }

    private static Optional<RelayPoint> relay(ScenarioFields fields, String key) {
        return point(fields, key).map(at -> new RelayPoint(at.group(1), Integer.parseInt(at.group(2))));
    }

    private static Optional<Matcher> point(ScenarioFields fields, String key) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        String text = fields.text(key, "");
        Optional<Matcher> point = match(text);
        if (point.isEmpty()) {
            fields.problem(key, text, "relay module and number 1 to 4, such as AUX1/1");
        }
        return point;
    }

    /** Returns module and number of what is written {@code AUX1/1}. */
    static Optional<Matcher> match(String text) {
        Matcher matcher = POINT.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
