// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.contracts.SpoolContract;
import org.evenfloat.domain.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSpoolTest extends SpoolContract {

    @TempDir
    private Path temporary;

    @Override
    protected Spool openSpool(long maxBytes) throws HistoryFailure {
        return new FileSpool(temporary.resolve("spool"), maxBytes);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("spool"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aRecordCutOffByAKillIsLeftOut() throws Exception {
        spool.keepEvents(List.of(event("a"), event("b")));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = whole.length - 1; length > whole.length / 2; length--) {
            Files.write(file, Arrays.copyOf(whole, length));
            spool = openSpool(1 << 20);
            assertThat(spool.firstEvents(10)).extracting(Event::text).containsExactly("a");
        }
        spool.keepEvents(List.of(event("c")));
        spool = openSpool(1 << 20);
        assertThat(spool.firstEvents(10)).extracting(Event::text).containsExactly("a", "c");
    }

    @Test
    void aDamagedRecordCostsOnlyItsFile() throws Exception {
        spool.keepEvents(List.of(event("a"), event("b")));
        byte[] bytes = Files.readAllBytes(files().get(0));
        bytes[12] ^= 1;
        Files.write(files().get(0), bytes, StandardOpenOption.WRITE);
        assertThat(spool.firstEvents(10)).isEmpty();
        spool.keepEvents(List.of(event("c")));
        assertThat(spool.firstEvents(10)).extracting(Event::text).containsExactly("c");
        assertThat(spool.waiting()).isEqualTo(1);
    }

    @Test
    void leavesNoFilesWhenEverythingWasWrittenBack() throws Exception {
        spool.keepEvents(List.of(event("a")));
        spool.keepSweep(sweep(1));
        assertThat(files()).hasSize(3);
        spool.dropEvents(spool.firstEvents(10).size());
        spool.firstSweep();
        spool.dropSweep();
        assertThat(files()).isEmpty();
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> new FileSpool(file, 1 << 20))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void staysBelowItsSize() throws Exception {
        spool = openSpool(30_000);
        for (int i = 0; i < 3_000; i++) {
            spool.keepSweep(sweep(i));
            if (i % 10 == 0) {
                spool.keepEvents(List.of(event("number " + i)));
            }
        }
        long bytes = 0;
        for (Path file : files()) {
            bytes += file.getFileName().toString().startsWith("roster") ? 0 : Files.size(file);
        }
        assertThat(bytes).isBetween(20_000L, 30_000L);
    }
}
