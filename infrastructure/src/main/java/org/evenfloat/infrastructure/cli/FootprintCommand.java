// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenfloat.infrastructure.bench.FootprintBench;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what a server costs its machine. */
@Command(
        name = "footprint",
        description = {
            "Starts a simulated room of 600 modules and servers on it in processes of their own, and measures how long",
            "they take to start and how much memory one takes after some minutes with a browser."
        },
        mixinStandardHelpOptions = true)
final class FootprintCommand implements Callable<Integer> {

    private static final int MODULES = 600;
    private static final int MOST_MINUTES = 1_440;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10",
            description = "How long the server runs before its memory is read (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Override
    public Integer call() throws CommandFailure, IOException, InterruptedException {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--minutes: " + minutes + " - allowed: 1 to " + MOST_MINUTES);
        }
        String launcher = System.getProperty("evenfloat.launcher");
        if (launcher == null || !Files.isReadable(Path.of("/proc/self/smaps_rollup"))) {
            throw new CommandFailure(ExitCode.FAILED, "bench footprint measures what the script evenfloat starts, on Linux"
                    + " only: start it by that script.");
        }
        Path home = Files.createTempDirectory("evenfloat-footprint");
        try (Room room = new Room(scenario(), new Room.Setup(false, 0, true, 1, System.currentTimeMillis()))) {
            room.start();
            // No simulated clock: the server runs in real time like one on a real room.
            Path site = RoomSite.write(room, home, 0, Optional.empty());
            boolean held = new FootprintBench(System.out, launcher, site, home, minutes).run();
            return held ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
            FolderTree.delete(home);
        }
    }

    private static Scenario scenario() throws IOException {
        Scenario told = ScenarioReader.read("fresh");
        RoomString model = told.strings().get(0);
        RoomString large = new RoomString(
                model.id(), model.line(), MODULES, model.module(), model.cells(), model.capacityAmpHours(),
                model.condition(), model.spreadVolts(), model.block(), model.amount(), model.currentSensor());
        return new Scenario(
                told.name(), told.about(), told.seed(), told.sweepPeriodMillis(), told.ambientCelsius(),
                told.noiseMillivolts(), List.of(large), told.phases(), told.faults());
    }
}
