// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.simulator.room.ClockServer;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a battery room alone, for a server in another process. */
@Command(
        name = "simulate",
        description = {
            "Starts a simulated battery room alone and writes a site file for the server:",
            "  ./evenfloat simulate aged --folder room    and in another terminal    ./evenfloat run room/site.yaml",
            "While no server takes part the room goes on in real time.",
            "It obeys 'speed X' (or 'speed max') and 'close Q1' (a breaker) on its standard input."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final String CLOSE = "close ";
    private static final Pattern SPEED = Pattern.compile("speed (max|[0-9]{1,7}(?:\\.[0-9]+)?)");

    @Parameters(paramLabel = "SCENARIO", defaultValue = "fresh",
            description = "Name of a built-in scenario or path of a file (default: ${DEFAULT-VALUE}).")
    private String scenarioName;

    @Mixin
    private RoomOptions roomOptions;

    @Option(names = "--folder", paramLabel = "FOLDER", defaultValue = "room",
            description = "Where site.yaml is written (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--line-port", defaultValue = "0", description = "TCP port of the first line (default: a free one).")
    private int linePort;

    @Option(names = "--clock-port", defaultValue = "0", description = "TCP port of the room's clock (default: a free one).")
    private int clockPort;

    @Option(names = "--web-port", defaultValue = "8420",
            description = "Port of the web API in the site file (default: ${DEFAULT-VALUE}).")
    private int webPort;

    @Option(names = "--tell", paramLabel = "SECONDS", defaultValue = "5",
            description = "Prints the true state this often (default: ${DEFAULT-VALUE}).")
    private int tellSeconds;

    @Override
    public Integer call() throws CommandFailure, IOException, InterruptedException {
        RoomOptions.requirePort("--line-port", linePort);
        RoomOptions.requirePort("--clock-port", clockPort);
        RoomOptions.requirePort("--web-port", webPort);
        Scenario scenario = roomOptions.scenario(scenarioName);
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
        try (Room room = new Room(scenario, roomOptions.setup(linePort));
                ClockServer clock = new ClockServer(room.clock(), clockPort)) {
            Path site = RoomSite.write(
                    room, folder, webPort, Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", clock.port())));
            System.out.println(scenario.name() + ": " + scenario.about());
            room.ends().forEach((line, end) -> System.out.println("line    " + line + " at " + end));
            System.out.println("clock   127.0.0.1:" + clock.port());
            System.out.println("site    " + site);
            System.out.println("ready");
            System.out.flush();
            room.start();
            Thread commands = new Thread(() -> obey(room), "commands");
            commands.setDaemon(true);
            commands.start();
            while (!stop.await(tellSeconds, TimeUnit.SECONDS)) {
                tell(room);
            }
        }
        return ExitCode.DONE;
    }

    /** Obeys {@code speed X} and {@code close Q1} from the standard input until it ends. */
    private static void obey(Room room) {
        Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
        while (input.hasNextLine()) {
            String line = input.nextLine().strip();
            Matcher speed = SPEED.matcher(line);
            if (speed.matches()) {
                room.speed(speed.group(1).equals("max")
                        ? Double.POSITIVE_INFINITY : Math.max(0.1, Double.parseDouble(speed.group(1))));
                System.out.println("speed " + speed.group(1));
            } else if (line.startsWith(CLOSE) && room.closeBreaker(line.substring(CLOSE.length()))) {
                System.out.println("closed " + line.substring(CLOSE.length()));
            } else if (!line.isEmpty()) {
                System.out.println(line + " - allowed: speed X, with X from 0.1 to 1000000 or max; close X, with X a"
                        + " breaker of the room");
            }
            System.out.flush();
        }
    }

    private static void tell(Room room) {
        for (String string : room.strings()) {
            System.out.printf(Locale.ROOT, "%d s  %s  %s  %s true deviation %.1f mV, peak %.1f mV%n",
                    room.clock().monotonicMillis() / 1000, TerminalText.speed(room.clock().effectiveSpeed()),
                    room.phase(), string, room.largestDeviationMillivolts(string),
                    room.takePeakMillivolts(string));
        }
        System.out.flush();
    }
}
