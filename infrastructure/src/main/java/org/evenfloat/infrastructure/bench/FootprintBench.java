// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a server of 600 modules costs its machine: how long it starts, without and with the class archive, and its
 * memory after some minutes with one browser. Starts are repeated and the best one counts, because other work on the
 * machine can only make a start longer.
 */
public final class FootprintBench {

    private static final int STARTS = 5;

    /** From here Java keeps an AOT cache. */
    private static final int SMALLER_JAVA = 25;

    private static final double READY_MILLIS = 3_000;
    private static final double READY_AOT_MILLIS = 1_000;
    private static final double RESIDENT_MEGABYTES = 110;
    private static final double RESIDENT_SMALLER_MEGABYTES = 96;

    private final PrintStream out;
    private final String launcher;
    private final Path site;
    private final Path home;
    private final int minutes;
    private boolean held = true;

    /**
     * @param out where the figures go
     * @param launcher the script whose {@code run} is measured
     * @param site site file of a room that runs
     * @param home a folder for the class archive
     * @param minutes how long the server runs before its memory is read
     */
    public FootprintBench(PrintStream out, String launcher, Path site, Path home, int minutes) {
        this.out = out;
        this.launcher = launcher;
        this.site = site;
        this.home = home;
        this.minutes = minutes;
    }

    /** Measures and returns whether every limit held. */
    public boolean run() throws IOException, InterruptedException {
        int java = Runtime.version().feature();
        boolean smaller = java >= SMALLER_JAVA;
        out.println("600 modules on Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                + " cores; best of " + STARTS + " starts");
        starts("without class archive", "off", READY_MILLIS);
        String cache = home.resolve("cache").toString();
        prepare(cache);
        starts(smaller ? "with AOT cache" : "with class archive", cache, smaller ? READY_AOT_MILLIS : READY_MILLIS);
        double limit = smaller ? RESIDENT_SMALLER_MEGABYTES : RESIDENT_MEGABYTES;
        memory("without class archive", "off", 1, limit);
        memory(smaller ? "with AOT cache" : "with class archive", cache, minutes, limit);
        out.println(held ? "all limits held" : "NOT all limits held");
        return held;
    }

    private void prepare(String cache) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher, "prepare");
        builder.environment().put("EVENFLOAT_CACHE", cache);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        if (builder.start().waitFor() != 0) {
            throw new IOException("no class archive could be made; try " + launcher + " prepare");
        }
    }

    private void starts(String how, String cache, double limitMillis) throws IOException, InterruptedException {
        double millis = Double.MAX_VALUE;
        double cpuSeconds = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            try (ServerProcess server = ServerProcess.start(launcher, site, cache)) {
                millis = Math.min(millis, server.readyMillis());
                cpuSeconds = Math.min(cpuSeconds, server.readyCpuSeconds());
            }
        }
        tell("ready " + how, millis, "ms", limitMillis);
        out.printf(Locale.ROOT, "  %-44s %8.2f s%n", "CPU until then", cpuSeconds);
    }

    private void memory(String how, String cache, int duringMinutes, double limit)
            throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(launcher, site, cache)) {
            StreamFollower browser = new StreamFollower(server.url(), server.token());
            double before = server.cpuSeconds();
            new CountDownLatch(1).await(duringMinutes, TimeUnit.MINUTES);
            double cpuPercent = (server.cpuSeconds() - before) / TimeUnit.MINUTES.toSeconds(duringMinutes) * 100;
            tell("RSS " + how + " after " + duringMinutes + " min", server.megabytes("Rss"), "MB", limit);
            out.printf(Locale.ROOT, "  %-44s %8.1f MB%n", "PSS", server.megabytes("Pss"));
            out.printf(Locale.ROOT, "  %-44s %8.1f %% of a core%n", "CPU meanwhile", cpuPercent);
            out.printf(Locale.ROOT, "  %-44s %8d%n", "events a browser got meanwhile", browser.events());
            if (!browser.isOpen() || browser.events() < duringMinutes) {
                held = false;
                out.println("  the browser did not get its events");
            }
            browser.close();
        }
    }

    private void tell(String what, double value, String unit, double limit) {
        boolean fits = value <= limit;
        held &= fits;
        out.printf(Locale.ROOT, "%-46s %8.1f %-3s limit %6.0f  %s%n", what, value, unit, limit, fits ? "ok" : "TOO MUCH");
        out.flush();
    }
}
