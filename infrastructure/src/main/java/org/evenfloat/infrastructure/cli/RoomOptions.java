// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.ScenarioCheck;
import org.evenfloat.simulator.room.ScenarioReader;
import picocli.CommandLine.Option;

/** Which simulated room a command starts. */
final class RoomOptions {

    /** More do not fit the addresses of one line. */
    private static final int MAX_MODULES = 600;

    private static final int MAX_STRINGS = 100;

    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--modules", paramLabel = "N", description = "Blocks in each string instead of the scenario's.")
    private Integer modules;

    @Option(names = "--strings", paramLabel = "N",
            description = "So many strings like the scenario's first one, each on a line of its own.")
    private Integer strings;

    @Option(names = "--speed", paramLabel = "X",
            description = "Simulated seconds per second, or max, instead of the scenario's.")
    private String speed;

    @Option(names = "--pty", description = "Lines on pseudo-terminals instead of TCP ports.")
    private boolean terminals;

    @Option(names = "--no-equalize", description = "The server only measures.")
    private boolean measureOnly;

    Scenario scenario(String nameOrPath) throws CommandFailure {
        List<String> problems = new ArrayList<>();
        check(problems, "--modules", modules, MAX_MODULES);
        check(problems, "--strings", strings, MAX_STRINGS);
        Scenario changed = null;
        try {
            Scenario told = ScenarioReader.read(nameOrPath);
            if (problems.isEmpty()) {
                changed = changed(told);
                ScenarioCheck.problems(changed).forEach(problem -> problems.add(nameOrPath + changes() + ": " + problem));
            }
        } catch (IOException e) {
            problems.add(e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.join("\n", problems));
        }
        return changed;
    }

    private String changes() {
        return (modules == null ? "" : " with --modules " + modules) + (strings == null ? "" : " with --strings " + strings);
    }

    private static void check(List<String> problems, String where, Integer given, int most) {
        if (given != null && (given < 1 || given > most)) {
            problems.add(where + ": " + given + " - allowed: 1 to " + most);
        }
    }

    private Scenario changed(Scenario told) {
        List<RoomString> wanted = new ArrayList<>();
        int count = strings == null ? told.strings().size() : strings;
        for (int i = 0; i < count; i++) {
            RoomString model = strings == null ? told.strings().get(i) : told.strings().get(0);
            int blocks = modules == null ? model.blocks() : modules;
            wanted.add(strings == null ? model.with(model.id(), model.line(), blocks)
                    : model.with("A" + (i + 1), "L" + (i + 1), blocks));
        }
        return new Scenario(
                told.name(), told.about(), told.seed(), told.sweepPeriodMillis(), told.ambientCelsius(),
                told.noiseMillivolts(), wanted, told.phases(), told.faults(), told.switchgear());
    }

    /** Refuses what is no TCP port; 0 takes a free one. */
    static void requirePort(String where, int port) throws CommandFailure {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CommandFailure(ExitCode.BAD_INPUT, where + ": " + port + " - allowed: 0 to " + HIGHEST_PORT);
        }
    }

    Room.Setup setup(int firstPort) throws CommandFailure {
        return new Room.Setup(terminals, firstPort, !measureOnly, speed(), System.currentTimeMillis());
    }

    /** Returns the wanted speed, 0 for the scenario's own. */
    double speed() throws CommandFailure {
        if (speed == null) {
            return 0;
        }
        if (speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double given = Double.parseDouble(speed);
            if (given >= 0.1 && given <= 1e6) {
                return given;
            }
        } catch (NumberFormatException notANumber) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--speed: " + speed + " - allowed: 0.1 to 1000000, or max",
                    notANumber);
        }
        throw new CommandFailure(ExitCode.BAD_INPUT, "--speed: " + speed + " - allowed: 0.1 to 1000000, or max");
    }
}
