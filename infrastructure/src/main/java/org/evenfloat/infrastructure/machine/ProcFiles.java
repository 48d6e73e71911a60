// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says in its proc file system; empty elsewhere. */
final class ProcFiles {

    private static final int MAX_BYTES = 16_384;
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Pattern FIRST_NUMBER = Pattern.compile("^(\\d+\\.\\d+) ");
    private static final int KILOBYTE = 1024;

    private final Path proc;

    ProcFiles(Path proc) {
        this.proc = proc;
    }

    OptionalLong residentBytes() {
        Matcher resident = RESIDENT.matcher(text("self/status"));
        return resident.find() ? OptionalLong.of(Long.parseLong(resident.group(1)) * KILOBYTE) : OptionalLong.empty();
    }

    OptionalDouble loadAverage() {
        Matcher load = FIRST_NUMBER.matcher(text("loadavg"));
        return load.find() ? OptionalDouble.of(Double.parseDouble(load.group(1))) : OptionalDouble.empty();
    }

    /** Returns the name of the machine without asking a name server, which could take long. */
    Optional<String> hostName() {
        return Optional.of(text("sys/kernel/hostname").strip()).filter(name -> !name.isEmpty());
    }

    private String text(String file) {
        try (InputStream in = Files.newInputStream(proc.resolve(file))) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException notLinux) {
            return "";
        }
    }
}
