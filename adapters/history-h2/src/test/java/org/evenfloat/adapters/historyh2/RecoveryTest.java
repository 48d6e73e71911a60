// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    private Path temporary;

    private H2History open(Path folder) {
        return new H2History(new H2Database(
                new HistorySettings(folder, HistorySettings.MIN_BYTES, HistorySettings.USUAL_EVENTS), () -> 0));
    }

    /** A copy of the file right after an append is what a kill at that moment leaves. */
    @Test
    void findsTheStateAfterEachAppend() throws Exception {
        LineRoster roster = ForkedServer.roster(ForkedServer.MODULES);
        NoisySweeps noise = new NoisySweeps(roster, 3);
        try (H2History store = open(temporary.resolve("running"))) {
            for (int i = 0; i < 80; i++) {
                store.appendSweep(roster, noise.next(i * 1_000L), new byte[ForkedServer.MODULES]);
                Path killed = Files.createDirectory(temporary.resolve("killed" + i));
                Files.copy(temporary.resolve("running/history.mv.db"), killed.resolve("history.mv.db"));
                try (H2History copy = open(killed)) {
                    assertThat(ForkedServer.readBack(copy)).hasSize(i + 1);
                }
            }
        }
    }

    @Test
    void leavesAFileAloneThatWasClosed() throws Exception {
        LineRoster roster = ForkedServer.roster(2);
        Path file = temporary.resolve("history.mv.db");
        H2History store = open(temporary);
        store.appendSweep(roster, new NoisySweeps(roster, 3).next(1_000), new byte[2]);
        byte[] running = Files.readAllBytes(file);
        store.close();
        byte[] closed = Files.readAllBytes(file);
        Recovery.recover(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(closed);
        Files.write(file, running);
        Recovery.recover(file);
        assertThat(Files.readAllBytes(file)).isNotEqualTo(running);
    }

    @Test
    void leavesAloneWhatIsNotThere() throws Exception {
        Recovery.recover(temporary.resolve("nothing"));
        assertThat(temporary).isEmptyDirectory();
    }
}
