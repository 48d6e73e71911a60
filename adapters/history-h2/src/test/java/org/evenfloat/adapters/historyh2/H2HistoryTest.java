// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.contracts.HistoryStoreContract;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.LineRoster;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2HistoryTest extends HistoryStoreContract {

    private static final long MEGABYTE = 1L << 20;

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong();

    @Override
    protected HistoryStore openStore() {
        return open(HistorySettings.MIN_BYTES, 1_000);
    }

    private H2History open(long maxBytes, long maxEvents) {
        return new H2History(database(maxBytes, maxEvents));
    }

    private H2Database database(long maxBytes, long maxEvents) {
        return new H2Database(new HistorySettings(folder, maxBytes, maxEvents), now::get);
    }

    private long fileBytes() {
        return folder.resolve("history.mv.db").toFile().length();
    }

    @Test
    void keepsSweepsInBlocksAndInRowsWithoutDoubles() throws HistoryFailure {
        int sweeps = SweepTable.sweepsOfABlock(3) * 2 + 17;
        for (int i = 0; i < sweeps; i++) {
            append(roster, voltages(roster, i * 10L, i));
        }
        assertThat(store.block("b", 0, Long.MAX_VALUE, 10_000).mean()[0])
                .containsExactly(LongStream.range(1, sweeps + 1).mapToInt(i -> (int) i).toArray());
        assertThat(store.block("b", 5_000, 5_050, 100).fromMillis())
                .containsExactly(5_000, 5_010, 5_020, 5_030, 5_040, 5_050);
    }

    @Test
    void keepsASweepOnceThatIsAppendedTwice() throws HistoryFailure {
        int sweeps = SweepTable.sweepsOfABlock(3) + 5;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < sweeps; i++) {
                append(roster, voltages(roster, i * 10L, i));
            }
            store.close();
            store = openStore();
        }
        assertThat(store.block("a", 0, Long.MAX_VALUE, 10_000).points()).isEqualTo(sweeps);
    }

    @Test
    void keepsAnEventOnceThatIsAppendedTwice() throws HistoryFailure {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.add(new Event(i / 3, EventKind.LINE_DOWN, "L1", "number " + i));
        }
        store.appendEvents(events);
        store.appendEvents(events);
        assertThat(store.events(0, 100, 100)).hasSize(10);
    }

    @Test
    void splitsABlockWhereTheServerWasOffForLong() throws HistoryFailure {
        long year = 365L * 86_400_000;
        int block = SweepTable.sweepsOfABlock(3);
        for (int i = 0; i <= block; i++) {
            append(roster, voltages(roster, i < 100 ? i : year + i, i));
        }
        assertThat(store.block("a", year, 2 * year, 10_000).points()).isEqualTo(block + 1 - 100);
        assertThat(store.block("a", 99, year, 10).mean()[0]).containsExactly(99);
    }

    @Test
    void staysBelowItsSizeAndDropsTheOldestSweeps() throws HistoryFailure {
        LineRoster large = ForkedServer.roster(1_000);
        NoisySweeps noise = new NoisySweeps(large, 1);
        int sweeps = 3_000;
        long largest = 0;
        for (int i = 0; i < sweeps; i++) {
            store.appendSweep(large, noise.next(i * 1_000L), new byte[1_000]);
            largest = Math.max(largest, fileBytes());
        }
        assertThat(largest).isBetween(HistorySettings.MIN_BYTES / 2, HistorySettings.MIN_BYTES);
        long[] kept = store.block("m0", 0, Long.MAX_VALUE, 10_000).fromMillis();
        assertThat(kept[0]).isGreaterThan(0);
        assertThat(kept[kept.length - 1]).isEqualTo((sweeps - 1) * 1_000L);
        assertThat(kept).hasSizeGreaterThan(400);
        assertThat(kept[kept.length - 1] - kept[0]).isEqualTo((kept.length - 1) * 1_000L);
        store.close();
        assertThat(fileBytes()).isLessThanOrEqualTo(HistorySettings.MIN_BYTES);
        store = openStore();
        assertThat(store.block("m0", 0, Long.MAX_VALUE, 10_000).fromMillis()).isEqualTo(kept);
    }

    @Test
    void keepsTheNewestEventsOnly() throws HistoryFailure {
        store.close();
        store = open(HistorySettings.MIN_BYTES, 100);
        for (int i = 0; i < 250; i++) {
            store.appendEvents(List.of(new Event(i, EventKind.CONVERGED, "S1", "number " + i)));
        }
        List<Event> kept = store.events(0, 1_000, 1_000);
        assertThat(kept).hasSize(100);
        assertThat(kept.get(99).atMillis()).isEqualTo(150);
    }

    @Test
    void saysWhichFolderIsInUseAndWhatToDo() throws HistoryFailure {
        append(roster, voltages(roster, 1, 1));
        H2Database second = database(HistorySettings.MIN_BYTES, 100);
        assertThatThrownBy(second::open)
                .isInstanceOf(HistoryFailure.class)
                .hasCauseInstanceOf(DataFolderInUse.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("stop that one");
        second.close();
        append(roster, voltages(roster, 2, 1));
    }

    @Test
    void saysSoWhenAnotherProcessHasTheFolder() throws Exception {
        store.close();
        try (ForkedServer other = ForkedServer.start(folder, Long.MAX_VALUE, ForkedServer.NO_FILE_LIMIT)) {
            other.awaitAcknowledged(1);
            assertThatThrownBy(() -> database(HistorySettings.MIN_BYTES, 100).open())
                    .hasCauseInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(folder.toString());
        }
        store = openStore();
        append(roster, voltages(roster, 1, 1));
    }

    @Test
    void refusesAFileFromANewerVersion() throws Exception {
        append(roster, voltages(roster, 1, 1));
        store.close();
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            statement.execute("INSERT INTO schema_version VALUES (7)");
        }
        H2Database database = database(HistorySettings.MIN_BYTES, 100);
        assertThatThrownBy(database::open)
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("newer version of Evenfloat (schema 7, this version knows 2)");
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            statement.execute("DELETE FROM schema_version WHERE version = 7");
        }
        now.addAndGet(60_000);
        database.open();
        database.close();
    }

    private Connection raw() throws Exception {
        return new Driver().connect("jdbc:h2:file:" + folder.resolve("history") + ";USER=sa", null);
    }

    @Test
    void opensAgainAfterAFailureWhenThePauseIsOver() throws Exception {
        append(roster, voltages(roster, 1, 1));
        killDatabase();
        assertThatThrownBy(() -> append(roster, voltages(roster, 2, 2)))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> append(roster, voltages(roster, 2, 2))).hasMessageContaining("next attempt in 1 s");
        assertThatThrownBy(() -> store.events(0, 1, 1)).hasMessageContaining("next attempt in 1 s");
        now.addAndGet(1_000);
        append(roster, voltages(roster, 3, 3));
        assertThat(store.block("a", 0, 10, 10).mean()[0]).containsExactly(1, 3);
    }

    @Test
    void waitsLongerAfterEachFailureInARow() throws Exception {
        append(roster, voltages(roster, 1, 1));
        store.close();
        Files.move(folder.resolve("history.mv.db"), folder.resolve("aside"));
        Files.createDirectory(folder.resolve("history.mv.db"));
        store = openStore();
        long[] pauses = {1, 2, 4, 8, 16, 32, 60, 60};
        for (long seconds : pauses) {
            assertThatThrownBy(() -> append(roster, voltages(roster, 2, 2))).isInstanceOf(HistoryFailure.class);
            assertThatThrownBy(() -> append(roster, voltages(roster, 2, 2)))
                    .hasMessageContaining("next attempt in " + seconds + " s");
            now.addAndGet(seconds * 1_000);
        }
        Files.delete(folder.resolve("history.mv.db"));
        Files.move(folder.resolve("aside"), folder.resolve("history.mv.db"));
        append(roster, voltages(roster, 2, 2));
        assertThat(store.block("a", 0, 10, 10).points()).isEqualTo(2);
    }

    /** Closes the database under the store's feet, as a failing disk does. */
    private void killDatabase() throws Exception {
        try (Connection raw = raw(); Statement statement = raw.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    @Test
    void refusesSettingsWithAllProblems() {
        assertThatThrownBy(() -> new HistorySettings(Path.of("/tmp/a;b"), MEGABYTE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data folder: /tmp/a;b - a path without ';'; largest history: 1048576 bytes - 4194304 bytes"
                        + " or more; largest number of events: 1 - 100 or more");
    }

    @Test
    void everythingAcknowledgedIsThereAfterAKill() throws Exception {
        store.close();
        List<Long> acknowledged;
        try (ForkedServer server = ForkedServer.start(folder, Long.MAX_VALUE, ForkedServer.NO_FILE_LIMIT)) {
            server.awaitAcknowledged(SweepTable.sweepsOfABlock(ForkedServer.MODULES) + 50);
            acknowledged = server.kill();
        }
        assertThat(acknowledged).hasSizeGreaterThan(100);
        store = openStore();
        assertThat(ForkedServer.readBack(store)).containsAll(acknowledged);
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledgedAndSpoolsTheRest() throws Exception, IOException {
        store.close();
        List<String> said;
        try (ForkedServer server = ForkedServer.start(folder, 3_000, 256)) {
            said = server.awaitEnd();
        }
        assertThat(said).anyMatch(line -> line.startsWith("failed history in " + folder));
        assertThat(said).contains("told HISTORY_FAILING");
        String health = said.get(said.size() - 1);
        assertThat(health).startsWith("end working=false waiting=").endsWith("lost=0");
        List<Long> acknowledged = ForkedServer.acknowledged(said);
        assertThat(acknowledged).hasSizeBetween(10, 2_990);

        store = openStore();
        assertThat(ForkedServer.readBack(store)).containsAll(acknowledged);
        ForkedServer.writeSpoolBack(folder, store);
        assertThat(ForkedServer.readBack(store))
                .containsExactlyElementsOf(LongStream.range(0, 3_000).boxed().toList());
        assertThat(store.events(0, Long.MAX_VALUE, 10_000))
                .extracting(Event::kind)
                .contains(EventKind.HISTORY_FAILING, EventKind.HISTORY_WORKING);
    }
}
