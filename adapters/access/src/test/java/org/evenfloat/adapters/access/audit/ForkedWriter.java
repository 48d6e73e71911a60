// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.evenfloat.application.port.out.AuditFailure;

/** A process that writes into an audit and says which entries it was told to be written. */
final class ForkedWriter implements AutoCloseable {

    static final int NO_LIMIT = 0;

    private final Process process;
    private final BufferedReader output;
    private int told;
    private String refusal = "";

    private ForkedWriter(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process whose files can become no larger than {@code fileKilobytes}. */
    static ForkedWriter start(Path folder, String name, int entries, long seed, int fileKilobytes) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String limit = fileKilobytes == NO_LIMIT ? "" : "ulimit -f " + fileKilobytes + "; ";
        return new ForkedWriter(new ProcessBuilder(
                        "bash", "-c", limit + "exec \"$@\"", "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", classPath,
                        ForkedWriter.class.getName(), folder.toString(), name, String.valueOf(entries),
                        String.valueOf(seed))
                .redirectErrorStream(true)
                .start());
    }

    /** Waits until it was told of so many entries. */
    void await(int entries) throws IOException {
        while (told < entries && read()) {
            // reads on
        }
    }

    private boolean read() throws IOException {
        String line = output.readLine();
        if (line != null && line.matches("written [0-9]+\\.")) {
            told = Integer.parseInt(line.substring(8, line.length() - 1));
        } else if (line != null) {
            refusal = line;
        }
        return line != null;
    }

    /** Ends it as kill -9 does and returns how many entries it was told of. */
    int kill() throws IOException {
        process.toHandle().destroyForcibly();
        return end();
    }

    /** Waits for its end and returns how many entries it was told of. */
    int end() throws IOException {
        while (read()) {
            // reads on
        }
        return told;
    }

    /** Returns what it said instead of having written. */
    String refusal() {
        return refusal;
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The process: folder, name, number of entries, seed of their lengths. */
    public static void main(String[] arguments) {
        AuditFiles trail = new AuditFiles(Path.of(arguments[0]), new AuditLimits(100_000, 64 << 20, 0, 60_000));
        Random random = new Random(Long.parseLong(arguments[3]));
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            try {
                trail.append(Tampered.entry(i, arguments[1] + " " + i + " " + "x".repeat(random.nextInt(2_000))));
                System.out.println("written " + i + ".");
            } catch (AuditFailure failure) {
                System.out.println(failure.getMessage());
                return;
            }
        }
    }
}
