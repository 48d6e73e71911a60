// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program in a process of its own, with the class path of the tests; its output is kept line by line. */
final class Program implements AutoCloseable {

    private static final String END = "\u0004";

    private final Process process;
    private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();

    Program(String... arguments) throws IOException {
        this(new ProcessBuilder(command(arguments)));
    }

    /** Starts something else that behaves like the program. */
    Program(ProcessBuilder builder) throws IOException {
        process = builder.redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns the words that start the program with those arguments. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "org.evenfloat.infrastructure.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(fresh::add);
        } catch (IOException | java.io.UncheckedIOException closed) {
            fresh.add("output closed: " + closed.getMessage());
        }
        fresh.add(END);
    }

    /** Returns the first line not yet waited for that fulfils the wish, within so many seconds. */
    String await(Predicate<String> wish, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            String line = fresh.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(line).as("awaited within " + seconds + " s; so far:\n" + String.join("\n", all))
                    .isNotNull().isNotEqualTo(END);
            all.add(line);
            if (wish.test(line)) {
                return line;
            }
        }
    }

    String awaitText(String text, int seconds) throws InterruptedException {
        return await(line -> line.contains(text), seconds);
    }

    /** Writes a line to its standard input. */
    void say(String line) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits for its end and returns everything it printed. */
    String end(int seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("ends within " + seconds + " s").isTrue();
        for (String line = fresh.take(); !line.equals(END); line = fresh.take()) {
            all.add(line);
        }
        return String.join("\n", all);
    }

    /** Returns whether it has ended within so many seconds. */
    boolean ended(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    long pid() {
        return process.pid();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Ends it as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks it to end, as systemd does. */
    void terminate() {
        process.toHandle().destroy(); // unlike Process.destroy, leaves its output to be read
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
