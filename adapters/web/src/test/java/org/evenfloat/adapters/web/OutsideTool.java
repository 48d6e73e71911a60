// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is no part of this build, and what it says. */
final class OutsideTool {

    private static final int OLDEST_NODE = 18;

    private final Path program;

    OutsideTool(Path program) {
        this.program = program;
    }

    /** What a program printed on both of its outputs, and how it ended. */
    record Answer(int code, String text) {}

    /** Returns the node of the machine; without one the test is skipped, and fails where the environment says CI=true. */
    static OutsideTool node() throws IOException, InterruptedException {
        Optional<Path> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "node"), Path.of(folder, "node.exe")))
                .filter(Files::isExecutable)
                .findFirst();
        String lack = "no node on the PATH";
        if (found.isPresent()) {
            OutsideTool node = new OutsideTool(found.get());
            String version = node.run(Path.of(""), 20, "--version").text().strip();
            if (Integer.parseInt(version.replaceAll("^v(\\d+)\\..*$", "$1")) >= OLDEST_NODE) {
                return node;
            }
            lack = found.get() + " is " + version;
        }
        String told = lack + ": the page's types and units are not tested; node " + OLDEST_NODE + " or newer is needed";
        assertThat(System.getenv("CI")).as(told).isNotEqualTo("true");
        System.out.println("SKIPPED: " + told);
        return abort(told);
    }

    /** Runs it in a folder to its end, at most so many seconds. */
    Answer run(Path folder, int seconds, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path printed = Files.createTempFile("evenfloat-tool", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().put("NODE_PATH", System.getProperty("web.modules", ""));
            if (System.getProperty("seed") != null) {
                builder.environment().put("SEED", System.getProperty("seed"));
            }
            // A runner inside a runner would speak another dialect.
            builder.environment().remove("NODE_TEST_CONTEXT");
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " did not end within " + seconds + " s");
            }
            return new Answer(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
        } finally {
            Files.delete(printed);
        }
    }
}
