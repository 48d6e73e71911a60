// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit stays below its size, and what goes is told by what stays. */
class BudgetTest {

    private static final AuditLimits SMALL = new AuditLimits(4_000, 20_000, 0, 5_000);

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("audit");
    }

    private void write(int from, int to) throws Exception {
        AuditFiles trail = new AuditFiles(folder(), SMALL);
        for (int number = from; number <= to; number++) {
            trail.append(Tampered.entry(number, "value " + number));
        }
    }

    @Test
    void theOldestFilesGoAndTheRestVerifies() throws Exception {
        write(1, 200);
        List<AuditPart> parts = AuditPart.whole(new AuditFolder(folder()).files());
        assertThat(parts.stream().mapToLong(AuditPart::bytes).sum()).isBetween(10_000L, 21_000L);
        assertThat(new AuditFolder(folder()).file(1)).doesNotExist();
        Check check = AuditReader.server(folder()).check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.remarks()).anySatisfy(remark -> assertThat(remark)
                .contains("AUDIT_SHORTENED", "entries up to ", "the last with the hash "));
        List<Written> all = AuditReader.server(folder()).newest(Long.MAX_VALUE, 1_000);
        assertThat(all.get(0).entry().after()).isEqualTo("value 200");
        assertThat(check.entries()).isEqualTo(all.size());
        assertThat(all).extracting(Written::number).as("without gaps")
                .containsExactlyElementsOf(java.util.stream.LongStream.range(0, all.size())
                        .mapToObj(back -> all.get(0).number() - back).toList());
    }

    @Test
    void somebodyElseMayNotShortenIt() throws Exception {
        write(1, 200);
        List<Path> files = new AuditFolder(folder()).files();
        Files.delete(files.get(0));
        assertThat(AuditReader.server(folder()).check().problems()).singleElement().asString()
                .contains("at the beginning entries 1 to ", "no entry says that they went for lack of room");
    }

    @Test
    void aDeathBetweenTellingAndRemovingDoesNoHarm() throws Exception {
        write(1, 5);
        Path first = new AuditFolder(folder()).file(1);
        byte[] kept = Files.readAllBytes(first);
        int number = 5;
        while (Files.exists(first)) {
            kept = Files.readAllBytes(first);
            number++;
            write(number, number);
        }
        Files.write(first, kept); // as if it had been told of and not removed
        assertThat(AuditReader.server(folder()).check().problems()).isEmpty();
        assertThat(AuditReader.server(folder()).check().remarks()).as("it was told of").hasSize(1);
        write(number + 1, number + 40);
        assertThat(first).doesNotExist();
        assertThat(AuditReader.server(folder()).check().problems()).isEmpty();
    }
}
