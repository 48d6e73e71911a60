// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small C program that a bench compiles where a compiler and what it needs are there. */
final class CPeer {

    private CPeer() {}

    /** Returns the compiled program; empty when it cannot be compiled here. */
    static Optional<Path> compile(String source, Path folder, String... options) throws IOException, InterruptedException {
        Path text = folder.resolve(source);
        try (InputStream in = CPeer.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new IOException(source + ": not packed into the program");
            }
            Files.copy(in, text);
        }
        Path program = folder.resolve(source.replace(".c", ""));
        List<String> words = new ArrayList<>(List.of("cc", "-O2", "-o", program.toString(), text.toString()));
        words.addAll(List.of(options));
        try {
            Process compiler = new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(folder.resolve(source + ".log").toFile()).start();
            return compiler.waitFor() == 0 ? Optional.of(program) : Optional.empty();
        } catch (IOException noCompiler) {
            return Optional.empty();
        }
    }
}
