// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the tape of one string, {@code 00000017.tape}: numbered, the oldest goes first. */
final class TapeFolder {

    private static final String END = ".tape";

    private final Path folder;

    TapeFolder(Path folder) {
        this.folder = folder;
    }

    Path file(long number) {
        return folder.resolve(String.format("%08d", number) + END);
    }

    /** Returns the numbers of the files that are there, the oldest first. */
    List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    String digits = name.substring(0, name.length() - END.length());
                    if (digits.matches("\\d{8,15}") && Files.isRegularFile(file)) {
                        numbers.add(Long.parseLong(digits));
                    }
                }
            }
        }
        numbers.sort(null);
        return numbers;
    }

    /** Deletes the oldest files until so many are left, but none from that number on. */
    void keepNewest(int files, long needed) throws IOException {
        List<Long> numbers = numbers();
        for (int i = 0; i < numbers.size() - files && numbers.get(i) < needed; i++) {
            Files.deleteIfExists(file(numbers.get(i)));
        }
    }
}
