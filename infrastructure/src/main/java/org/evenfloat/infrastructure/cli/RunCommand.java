// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenfloat.infrastructure.LogFiles;
import org.evenfloat.infrastructure.machine.HeapKeeper;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.LockstepTimekeeper;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.time.RemoteTime;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.evenfloat.infrastructure.transport.UsersFirst;
import org.evenfloat.infrastructure.wiring.AccessFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the server of a site until it is told to end. */
@Command(
        name = "run",
        description = "Runs the server of a site.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with code 6 when what guards the battery has not got on for 15 s; 'evenfloat supervise SITEFILE' starts",
            "it anew then, and whenever else it ends by itself.",
            "",
            "The heap grows with the site, at most to EVENFLOAT_HEAP (512m unless set); docs/commands.md says how much",
            "a site needs."
        })
final class RunCommand implements Callable<Integer> {

    private static final int FAREWELL_SECONDS = 20;
    private static final int HEAP_LOOK_SECONDS = 30;

    @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.")
    private Path siteFile;

    @Override
    public Integer call() throws CommandFailure, IOException, InterruptedException {
        return run(siteFile);
    }

    static int run(Path siteFile) throws CommandFailure, IOException, InterruptedException {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        Optional<String> users = UsersFirst.problem(
                configuration.web(), siteFile, AccessFolder.store(configuration.dataFolder()));
        if (users.isPresent()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, users.get());
        }
        CountDownLatch stop = new CountDownLatch(1);
        try (Timekeeper time = timekeeper(configuration.simulatedClock(), stop);
                RunningServer server = RunningServer.start(configuration, time)) {
            LogFiles.begin(configuration.dataFolder(), false);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, ended), "stop"));
            greet(server, RingMemory.warning(configuration, Runtime.getRuntime().maxMemory()));
            wipeStartMark();
            HeapKeeper heap = new HeapKeeper();
            try {
                while (!stop.await(HEAP_LOOK_SECONDS, TimeUnit.SECONDS)) {
                    heap.look();
                }
            } finally {
                server.close();
                LogFiles.flush();
                ended.countDown();
            }
        }
        return ExitCode.DONE;
    }

    /** Says where the server is; on a thread of its own, because a console that nobody reads may hold whoever writes. */
    private static void greet(RunningServer server, Optional<String> warning) {
        Thread greeting = new Thread(() -> {
            warning.ifPresent(System.err::println);
            server.addresses(false).forEach(System.out::println);
            System.out.println("ready");
            System.out.flush();
        }, "greeting");
        greeting.setDaemon(true);
        greeting.start();
    }

    /** The launcher does without a class archive with which a start has died; this one has not. */
    private static void wipeStartMark() {
        String mark = System.getProperty("evenfloat.startMark");
        try {
            if (mark != null) {
                Files.deleteIfExists(Path.of(mark));
            }
        } catch (IOException e) {
            // the next start is only slower
        }
    }

    private static void end(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Timekeeper timekeeper(Optional<InetSocketAddress> clock, CountDownLatch stop)
            throws CommandFailure {
        if (clock.isEmpty()) {
            return new RealTimekeeper();
        }
        try {
            RemoteTime room = new RemoteTime(clock.get().getHostString(), clock.get().getPort());
            return new LockstepTimekeeper(room, () -> {
                stop.countDown();
                System.err.println("The simulated room is gone; the server ends.");
            });
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, e.getMessage(), e);
        }
    }
}
