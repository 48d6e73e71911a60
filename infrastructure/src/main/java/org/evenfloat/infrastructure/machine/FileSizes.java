// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How large files are together. */
final class FileSizes {

    /** More than a data folder ever holds. */
    private static final int MAX_FILES = 10_000;

    private static final int DEPTH = 3;

    private FileSizes() {}

    /** Returns the bytes of the wanted files below a folder, 0 when there is no folder, empty when it cannot be read. */
    static OptionalLong below(Path folder, Predicate<Path> wanted) {
        if (!Files.exists(folder)) {
            return OptionalLong.of(0);
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return OptionalLong.of(files.limit(MAX_FILES)
                    .filter(wanted)
                    .filter(Files::isRegularFile)
                    .mapToLong(FileSizes::of)
                    .sum());
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    private static long of(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
