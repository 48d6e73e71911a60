// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads scenarios: the built-in ones by name, the user's own by path. */
public final class ScenarioReader {

    /** Names of the built-in scenarios. */
    public static final List<String> BUILT_IN = List.of(
            "fresh", "aged", "deficit", "shorted-cell", "weak-block", "lost-module", "noisy-line", "swapped-modules",
            "addressing", "telemetry", "breakers", "runaway");

    private static final Map<String, Double> MILLIS =
            Map.of("ms", 1.0, "s", 1e3, "min", 6e4, "h", 3.6e6, "d", 8.64e7);
    private static final Map<String, Double> AMP_HOURS = Map.of("Ah", 1.0, "mAh", 1e-3);
    private static final Map<String, Double> VOLTS = Map.of("V", 1.0, "mV", 1e-3);
    private static final Map<String, Double> SHARE = Map.of("%", 0.01);
    private static final Map<String, Double> PER_C = Map.of("C", 1.0);
    private static final Map<String, Double> CELSIUS = Map.of("°C", 1.0);
    private static final Map<String, Double> KELVIN = Map.of("K", 1.0);
    private static final Map<String, Double> AMPS = Map.of("A", 1.0, "mA", 1e-3);
    private static final Map<String, Double> NUMBER = Map.of("", 1.0);

    /** What an input says of the contact that hangs on it. */
    private enum Contact { OPEN, CLOSED }

    private final List<String> problems = new ArrayList<>();

    private ScenarioReader() {}

    /**
     * Reads a scenario.
     *
     * @param nameOrPath name of a built-in one, or path of a YAML file
     * @throws IOException when it cannot be read or has problems; the message lists all of them
     */
    public static Scenario read(String nameOrPath) throws IOException {
        if (BUILT_IN.contains(nameOrPath)) {
            try (InputStream in = ScenarioReader.class.getResourceAsStream("/scenarios/" + nameOrPath + ".yaml")) {
                return new ScenarioReader().parse(nameOrPath, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Path path = Path.of(nameOrPath);
        if (!Files.isRegularFile(path)) {
            throw new IOException("scenario: " + nameOrPath + " - allowed: the path of a scenario file or one of "
                    + String.join(", ", BUILT_IN));
        }
        return new ScenarioReader().parse(nameOrPath, Files.readString(path));
    }

    private Scenario parse(String source, String yaml) throws IOException {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(source).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new IOException(source + ": not YAML - " + e.getMessage(), e);
        }
        ScenarioFields fields = new ScenarioFields(source, root, problems);
        Scenario scenario = new Scenario(
                fields.text("name", null),
                fields.text("about", ""),
                (long) fields.amount("seed", NUMBER, 1.0, 0, 1e15),
                (long) fields.amount("sweep-period", MILLIS, 2000.0, 1000, 60_000),
                fields.amount("ambient", CELSIUS, 25.0, -20, 60),
                1000 * fields.amount("noise", VOLTS, 0.0015, 0, 0.1),
                strings(fields.list("strings"), source),
                phases(fields.list("phases"), source),
                faults(fields.list("faults"), source),
                new SwitchgearReader(source, problems).read(fields));
        fields.finish();
        if (scenario.strings().isEmpty()) {
            fields.problem("strings", null, "at least one string");
        }
        if (scenario.phases().isEmpty()) {
            fields.problem("phases", null, "at least one phase");
        }
        problems.addAll(ScenarioCheck.problems(scenario).stream().map(told -> source + ": " + told).toList());
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n", problems));
        }
        return scenario;
    }

    private List<RoomString> strings(List<?> nodes, String source) {
        List<RoomString> strings = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            ScenarioFields fields = new ScenarioFields(source + ": strings[" + i + "]", nodes.get(i), problems);
            Condition condition = fields.word("condition", Condition.class, Condition.FRESH);
            String module = fields.text("module", "C20");
            if (ModuleType.builtIn(module).isEmpty()) {
                fields.problem("module", module, "C20, C23, C30, C40 or C41");
            }
            int blocks = fields.whole("blocks", null, 1, 1000);
            strings.add(new RoomString(
                    fields.text("id", "A" + (i + 1)),
                    fields.text("line", "L1"),
                    blocks,
                    module,
                    fields.whole("cells", 6, 1, 24),
                    fields.amount("capacity", AMP_HOURS, null, 0.5, 20_000),
                    condition,
                    fields.amount("spread", VOLTS, 0.0, 0, 6),
                    fields.whole("block", single(condition) ? null : 0, single(condition) ? 1 : 0, blocks),
                    amount(fields, condition),
                    fields.yes("current-sensor", false),
                    fields.amount("gassing", NUMBER, 1.0, 0.1, 20)));
            fields.finish();
        }
        return strings;
    }

    /** Returns whether that condition is about one block. */
    private static boolean single(Condition condition) {
        return condition == Condition.DEFICIT || condition == Condition.SHORTED_CELL || condition == Condition.WEAK_BLOCK;
    }

    private static double amount(ScenarioFields fields, Condition condition) {
        return switch (condition) {
            case DEFICIT -> fields.amount("missing", AMP_HOURS, null, 0, 1000);
            case WEAK_BLOCK -> fields.amount("remaining", SHARE, null, 0.2, 1);
            default -> 0;
        };
    }

    private List<Phase> phases(List<?> nodes, String source) {
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            ScenarioFields fields = new ScenarioFields(source + ": phases[" + i + "]", nodes.get(i), problems);
            Supply supply = fields.word("supply", Supply.class, null);
            phases.add(new Phase(
                    fields.text("name", "phase " + (i + 1)),
                    (long) fields.amount("lasts", MILLIS, null, 1000, 1e11),
                    "max".equals(fields.text("speed", "1"))
                            ? Double.POSITIVE_INFINITY
                            : fields.amount("speed", NUMBER, 1.0, 0.1, 1e6),
                    supply,
                    supply == Supply.LOAD ? fields.amount("load", PER_C, null, 0.01, 5) : 0));
            fields.finish();
        }
        return phases;
    }

    private List<Fault> faults(List<?> nodes, String source) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            ScenarioFields fields = new ScenarioFields(source + ": faults[" + i + "]", nodes.get(i), problems);
            FaultKind kind = fields.word("fault", FaultKind.class, null);
            faults.add(new Fault(
                    (long) fields.amount("at", MILLIS, null, 0, 1e11),
                    fields.has("until") ? (long) fields.amount("until", MILLIS, null, 0, 1e11) : Long.MAX_VALUE,
                    kind,
                    fields.list("targets").stream().map(String::valueOf).toList(),
                    amount(fields, kind)));
            fields.finish();
        }
        faults.sort(Comparator.comparingLong(Fault::atMillis));
        return faults;
    }

    private static double amount(ScenarioFields fields, FaultKind kind) {
        return switch (kind) {
            case NOISY_LINE -> fields.amount("share", SHARE, null, 0, 0.9);
            case CLOCK_JUMP -> fields.amount("jump", MILLIS, null, -1e10, 1e10);
            case SLOW_BREAKER -> fields.amount("opening-time", MILLIS, null, 0, 3.6e6);
            case CLOSED_BREAKER -> fields.amount("after", MILLIS, null, 0, 3.6e6);
            case OVERVOLTAGE -> fields.amount("more-per-cell", VOLTS, null, 0, 0.5);
            case HOT_ROOM -> fields.amount("above", KELVIN, null, 0, 60);
            case DRY_OUT -> fields.amount("e-fold", MILLIS, null, 3.6e6, 1e11) / MILLIS.get("h");
            case LOCAL_SHORT -> fields.amount("current", AMPS, null, 0, 100);
            case LYING_INPUT -> !fields.has("says") ? 0
                    : fields.word("says", Contact.class, null) == Contact.CLOSED ? 1 : -1;
            case WRONG_TEMPERATURE -> fields.amount("temperature", CELSIUS, null, -60, 300);
            case LOST_MODULE, UNPLUGGED_LINE, SWAPPED_MODULES, DUPLICATE_ADDRESS, LOST_ADDRESS, PRESSED_BUTTON,
                    STUCK_RELAY, OPEN_BREAKER, SHORTED_CELLS, FROZEN_MODULE -> 0;
        };
    }
}
