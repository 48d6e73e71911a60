// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, as its operating system sees it. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern PRINTED = Pattern.compile("Bearer (\\S+)' (http://127\\.0\\.0\\.1:\\d+)/");
    private static final long PATIENCE_SECONDS = 60;

    /** Linux counts CPU time in hundredths of a second on every common machine. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final double readyMillis;
    private final double readyCpuSeconds;
    private final String token;
    private final String url;

    private ServerProcess(Process process, double readyMillis, double readyCpuSeconds, String token, String url) {
        this.process = process;
        this.readyMillis = readyMillis;
        this.readyCpuSeconds = readyCpuSeconds;
        this.token = token;
        this.url = url;
    }

    /** Starts {@code launcher run site} and returns when it says that it is ready. */
    static ServerProcess start(String launcher, Path site, String cache) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher, "run", site.toString());
        builder.environment().put("EVENFLOAT_CACHE", cache);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        Process process = builder.start();
        String token = "";
        String url = "";
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher printed = PRINTED.matcher(line);
            if (printed.find()) {
                token = printed.group(1);
                url = printed.group(2);
            }
            if (line.equals("ready")) {
                double millis = (System.nanoTime() - start) / 1e6;
                return new ServerProcess(process, millis, cpuSeconds(process.pid()), token, url);
            }
        }
        process.destroyForcibly();
        throw new IOException("the server ended before it was ready; try " + launcher + " run " + site);
    }

    private static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" "); // from field 3, the state
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    double readyMillis() {
        return readyMillis;
    }

    double readyCpuSeconds() {
        return readyCpuSeconds;
    }

    /** Returns CPU seconds since its start. */
    double cpuSeconds() throws IOException {
        return cpuSeconds(process.pid());
    }

    String token() {
        return token;
    }

    String url() {
        return url;
    }

    /** Returns a line of its memory map's sum in MB, such as {@code Rss} or {@code Pss}. */
    double megabytes(String name) throws IOException {
        String rollup = Files.readString(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"));
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB").matcher(rollup);
        if (!line.find()) {
            throw new IOException("smaps_rollup says no " + name);
        }
        return Long.parseLong(line.group(1)) / 1024.0;
    }

    /** Asks it to end and waits for it. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
