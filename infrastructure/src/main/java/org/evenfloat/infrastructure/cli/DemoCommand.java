// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.infrastructure.LogFiles;
import org.evenfloat.infrastructure.time.LockstepTimekeeper;
import org.evenfloat.infrastructure.time.RoomTime;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a simulated battery room and the server on it, in one process. */
@Command(
        name = "demo",
        description = {
            "Starts a simulated battery room and the server on it, on loopback, and draws the strings live.",
            "Scenarios: fresh, aged, deficit, shorted-cell, weak-block, lost-module, noisy-line, swapped-modules,"
                    + " addressing, telemetry, breakers, runaway, or the path of your own."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final int DRAW_MILLIS = 500;

    /** Without drawing a line is printed only every five seconds. */
    private static final int PICTURES_PER_LINE = 10;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "fresh",
            description = "The story that is played (default: ${DEFAULT-VALUE}).")
    private String scenarioName;

    @Mixin
    private RoomOptions roomOptions;

    @Option(names = "--port", defaultValue = "8420", description = "Port of the web API (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--headless", description = "Prints a line every few seconds instead of drawing.")
    private boolean headless;

    @Option(names = "--exit-at-end", description = "Ends when the story is over.")
    private boolean exitAtEnd;

    @Option(names = "--folder", paramLabel = "FOLDER",
            description = "Keeps site file, history and logs here instead of in a folder that is thrown away.")
    private Path folder;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws CommandFailure, IOException, InterruptedException {
        RoomOptions.requirePort("--port", port);
        Scenario scenario = roomOptions.scenario(scenarioName);
        boolean draws = !headless && System.console() != null;
        Path home = folder == null ? Files.createTempDirectory("evenfloat-demo") : folder;
        LogFiles.begin(RoomSite.dataFolder(home), draws);
        try (Room room = new Room(scenario, roomOptions.setup(0))) {
            Path site = RoomSite.write(room, home, port, Optional.empty(), DemoInterfaces.settings(home));
            CountDownLatch stop = new CountDownLatch(1);
            try (LockstepTimekeeper time = new LockstepTimekeeper(new RoomTime(room.clock()), stop::countDown);
                    RunningServer server = RunningServer.start(
                            CheckCommand.read(site).withoutGivenSettings(), time)) {
                CountDownLatch ended = new CountDownLatch(1);
                Thread hook = new Thread(() -> end(stop, ended), "demo-stop");
                Runtime.getRuntime().addShutdownHook(hook);
                room.start();
                new DemoCrew(room, roomOptions.speed(), server.protection(), server.handleProtection(), stop).start();
                try {
                    show(room, server, stop, draws, site);
                } finally {
                    server.close();
                    LogFiles.flush();
                    ended.countDown();
                }
            }
        } finally {
            if (folder == null) {
                FolderTree.delete(home);
            }
        }
        return ExitCode.DONE;
    }

    /** Lets the main thread finish in order when the process is told to end. */
    private static void end(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Room room, RunningServer server, CountDownLatch stop, boolean draws, Path site)
            throws CommandFailure, InterruptedException {
        TerminalView view = new TerminalView(room.site().timeZone());
        out.println("Evenfloat demo, scenario " + room.scenario().name() + ": " + room.scenario().about());
        addresses(room, server, site).forEach(out::println);
        out.flush();
        if (draws) {
            try (TerminalScreen screen = new TerminalScreen(out)) {
                goOn(room, stop, () -> screen.draw(
                        view.lines(scene(room, server), screen.rows(), screen.columns())), 1);
            }
        } else {
            goOn(room, stop, () -> tell(room, server, view), PICTURES_PER_LINE);
        }
        if (room.isOver()) {
            summary(room, server, view);
        }
    }

    /** Shows the room every so many half seconds until the end. */
    private void goOn(Room room, CountDownLatch stop, Runnable show, int period) throws CommandFailure,
            InterruptedException {
        boolean over = false;
        for (int turn = 1; !stop.await(DRAW_MILLIS, TimeUnit.MILLISECONDS); turn++) {
            if (turn % period == 0) {
                show.run();
            }
            if (!over && room.isOver()) {
                over = true;
                if (exitAtEnd) {
                    return;
                }
                if (roomOptions.speed() == 0) {
                    room.clock().speed(1);
                }
            }
        }
    }

    private static List<String> addresses(Room room, RunningServer server, Path site) {
        List<String> lines = server.addresses(true);
        room.ends().forEach((line, end) -> lines.add("line    " + line + " at " + end));
        lines.add("site    " + site);
        lines.add("Ctrl-C ends.");
        return lines;
    }

    private static TerminalView.Scene scene(Room room, RunningServer server) {
        List<BatteryString> strings = room.site().strings().toList();
        List<StringImage> images = strings.stream()
                .map(string -> server.view().image(string.id()).orElseThrow())
                .toList();
        String title = "Evenfloat demo: " + room.scenario().name() + ", " + room.phase()
                + (room.isOver() ? " (the story is over, the room goes on)" : "");
        List<String> footer = new ArrayList<>(List.of(
                "web  " + server.url(), "API  http://127.0.0.1:" + server.port() + "/api/v1/strings"));
        if (!server.claimed()) {
            footer.add("     Authorization: Bearer " + server.bearerToken());
        }
        footer.add("Ctrl-C ends.");
        return new TerminalView.Scene(
                title, server.health().health(), room.clock().monotonicMillis(), strings, images, footer);
    }

    private void tell(Room room, RunningServer server, TerminalView view) {
        String start = String.format("%12s  %6s  %-11s ", TerminalText.duration(room.clock().monotonicMillis()),
                TerminalText.speed(room.clock().effectiveSpeed()), room.phase());
        lines(room, server, view).forEach(line -> out.println(start + line));
        out.flush();
    }

    private void summary(Room room, RunningServer server, TerminalView view) {
        out.println("The story took " + TerminalText.duration(room.scenario().lastsMillis()) + ". It is now, after "
                + TerminalText.duration(room.clock().monotonicMillis()) + ":");
        lines(room, server, view).forEach(line -> out.println("  " + line));
        out.flush();
    }

    private static List<String> lines(Room room, RunningServer server, TerminalView view) {
        return room.site().strings()
                .map(string -> view.oneLine(
                        server.view().image(string.id()).orElseThrow().status(), string.size()))
                .toList();
    }
}
