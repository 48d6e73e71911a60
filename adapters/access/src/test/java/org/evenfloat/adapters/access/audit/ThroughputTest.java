// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast it is; asserts only that what was timed was done. */
class ThroughputTest {

    private static final int APPENDS = 500;
    private static final int ENTRIES = 100_000;

    @TempDir
    private Path temporary;

    @Test
    void appends() throws Exception {
        AuditFiles trail = new AuditFiles(temporary.resolve("audit"));
        trail.append(Tampered.entry(0, "the first makes the folder"));
        long from = System.nanoTime();
        for (int i = 1; i <= APPENDS; i++) {
            trail.append(Tampered.entry(i, "value"));
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf("audit: %.0f appends/s, each on the disk%n", APPENDS / seconds);
        assertThat(AuditReader.server(temporary.resolve("audit")).check().entries()).isEqualTo(APPENDS + 1);
    }

    @Test
    void checksAHundredThousandEntries() throws Exception {
        AuditSeal seal = AuditSeal.create(temporary.resolve("key"));
        Path file = temporary.resolve("audit-000001.jsonl");
        String previous = AuditLine.NOTHING;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int number = 1; number <= ENTRIES; number++) {
                byte[] line = AuditLine.bytes(number, Tampered.entry(number, "value"), previous, seal);
                previous = AuditLine.hashIn(line);
                out.write(line);
            }
        }
        AuditHead.of(ENTRIES, previous, seal).write(temporary.resolve("head"));
        long from = System.nanoTime();
        Check check = AuditReader.server(temporary).check();
        System.out.printf("audit: %,d entries, %,d bytes, checked in %.2f s%n", ENTRIES, Files.size(file),
                (System.nanoTime() - from) / 1e9);
        assertThat(check.problems()).isEmpty();
        assertThat(check.entries()).isEqualTo(ENTRIES);
        from = System.nanoTime();
        assertThat(AuditReader.server(temporary).newest(Long.MAX_VALUE, 100)).hasSize(100);
        System.out.printf("audit: newest 100 of them in %.1f ms%n", (System.nanoTime() - from) / 1e6);
    }
}
