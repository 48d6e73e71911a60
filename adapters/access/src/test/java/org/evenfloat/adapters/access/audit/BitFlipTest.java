// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever single bit of the audit is turned over is found. */
class BitFlipTest {

    @TempDir
    private Path temporary;

    private static void flip(Path file, int bit) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, bytes);
    }

    @Test
    void anyBitOfAnyFile() throws Exception {
        Tampered audit = new Tampered(temporary.resolve("audit"));
        AuditFolder folder = new AuditFolder(audit.folder);
        List<Path> files = List.of(audit.file(1), audit.file(2), audit.file(3), folder.head(), folder.key());
        SeededCases.check("a turned bit is found", 400, draw -> {
            Path file = draw.pick(files);
            int bit = draw.between(0, (int) Files.size(file) * 8 - 1);
            flip(file, bit);
            assertThat(audit.check().problems()).as("bit " + bit + " of " + file.getFileName()).isNotEmpty();
            flip(file, bit);
        });
        assertThat(audit.check().problems()).as("all turned back").isEmpty();
    }

    @Test
    void aBitOfEveryByteOfTheLastLineAndOfTheHead() throws Exception {
        Tampered audit = new Tampered(temporary.resolve("audit"));
        Path last = audit.file(3);
        int from = String.join("\n", audit.lines(3).subList(0, 9)).length() * 8;
        for (int bit = from; bit < Files.size(last) * 8; bit += 7) {
            flip(last, bit);
            assertThat(audit.check().problems()).as("bit " + bit).isNotEmpty();
            flip(last, bit);
        }
        Path head = new AuditFolder(audit.folder).head();
        for (int bit = 0; bit < Files.size(head) * 8; bit += 7) {
            flip(head, bit);
            assertThat(audit.check().problems()).as("bit " + bit + " of the head").isNotEmpty();
            flip(head, bit);
        }
    }
}
