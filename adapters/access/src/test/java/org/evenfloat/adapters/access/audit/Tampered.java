// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;

/** An audit of three files with ten entries each, to be tampered with. */
final class Tampered {

    static final long AT_MILLIS = 1_763_816_607_000L;

    final Path folder;

    Tampered(Path folder) throws AuditFailure, IOException {
        this.folder = folder;
        AuditFiles trail = new AuditFiles(folder, limits(1 << 20));
        for (int number = 1; number <= 30; number++) {
            trail.append(entry(number, "value " + number));
            if (number % 10 == 0 && number < 30) {
                Files.createFile(new AuditFolder(folder).file(number / 10 + 1)); // begins another file
            }
        }
    }

    static AuditLimits limits(long budgetBytes) {
        return new AuditLimits(1 << 20, budgetBytes, 0, 5_000);
    }

    static AuditEntry entry(int number, String after) {
        return new AuditEntry(
                AT_MILLIS + number * 1_000L, Actor.Kind.PERSON, "anna", "web 10.0.0.7", "CALIBRATE", "block A1-" + number,
                Outcome.DONE, "none", after);
    }

    Path file(int number) {
        return new AuditFolder(folder).file(number);
    }

    List<String> lines(int file) throws IOException {
        return new ArrayList<>(Files.readAllLines(file(file)));
    }

    void write(int file, List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        Files.writeString(file(file), text);
    }

    /** Returns the line with another text and the hash that belongs to it, but without a seal. */
    static String forged(String line, String before, String now) {
        String content = line.substring(0, line.indexOf(",\"hash\":\"")).replace(before, now);
        return content + ",\"hash\":\"" + Sha256.hex(content.getBytes(UTF_8)) + "\",\"seal\":\"" + "0".repeat(64) + "\"}";
    }

    Check check() throws AuditFailure {
        return AuditReader.server(folder).check();
    }

    /** Checks a copy that has neither key nor head. */
    Check checkWithoutKey() throws AuditFailure, IOException {
        Path copy = Files.createTempDirectory(folder.getParent(), "copy");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> AuditFolder.number(each) > 0).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return AuditReader.copy(copy).check();
    }
}
