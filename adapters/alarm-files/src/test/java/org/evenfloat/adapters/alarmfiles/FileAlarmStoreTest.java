// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.contracts.AlarmStoreContract;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAlarmStoreTest extends AlarmStoreContract {

    private static final AlarmQuestion ALL =
            new AlarmQuestion(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Set.of(), Set.of(), 10_000);
    private static final long NOVEMBER = 1_763_816_607_000L; // 2025-11-22
    private static final long DAY = 86_400_000;

    @TempDir
    Path home;

    private AlarmStore opened;

    private Path folder() {
        return FileAlarmStore.folder(home);
    }

    @Override
    protected AlarmStore openStore() {
        opened = new FileAlarmStore(folder());
        return opened;
    }

    @Override
    protected void dieWhileAppending(List<AlarmRecord> records, int permille) throws Exception {
        Map<Path, Long> before = sizes();
        opened.append(records);
        Map<Path, Long> after = sizes();
        for (Path file : after.keySet()) {
            long was = before.getOrDefault(file, 0L);
            if (after.get(file) > was) {
                try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
                    torn.setLength(was + (after.get(file) - was) * permille / 1_000);
                }
            }
        }
    }

    private Map<Path, Long> sizes() throws Exception {
        Map<Path, Long> sizes = new TreeMap<>();
        for (Path file : files()) {
            sizes.put(file, Files.size(file));
        }
        return sizes;
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private List<String> names() throws Exception {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    private static AlarmRecord record(long number, long atMillis) {
        return new AlarmRecord(number, atMillis, "module-lost", "A1-" + number, AlarmAction.RAISE,
                AlarmState.UNACKNOWLEDGED, 1, 0, "server", "", 0);
    }

    private static List<Long> numbers(AlarmStore store) throws AlarmStoreFailure {
        return store.records(ALL).stream().map(AlarmRecord::number).toList();
    }

    private static AlarmMemento memento() {
        return new AlarmMemento(4, 9, List.of(new Alarm(
                new AlarmPoint(AlarmTable.find("module-lost").orElseThrow(), "A1-3"), List.of("A1"),
                AlarmState.HIDDEN_ACTIVE, 4, true, 5, 6, 1, 0, 2, false, "", 0, "",
                Map.of(HideReason.SHELVED, new Hiding("eva", "is being replaced", 6, 7)))),
                List.of(new AlarmMemento.Pending("line-down/L1", false, 8)));
    }

    @Test
    void writesWhatTheDocumentationSays() throws Exception {
        AlarmStore store = openStore();
        store.append(List.of(record(1, NOVEMBER), record(2, NOVEMBER)));
        store.keep(memento());
        assertThat(Files.readString(folder().resolve("alarms-2025-11.jsonl"))).isEqualTo("""
                {"number":1,"atMillis":1763816607000,"definition":"module-lost","subject":"A1-1","action":"RAISE",\
                "state":"UNACKNOWLEDGED","value":1,"limit":0,"who":"server","comment":"","untilMillis":0,"more":1}
                {"number":2,"atMillis":1763816607000,"definition":"module-lost","subject":"A1-2","action":"RAISE",\
                "state":"UNACKNOWLEDGED","value":1,"limit":0,"who":"server","comment":"","untilMillis":0}
                """);
        assertThat(Files.readString(folder().resolve("state.json"))).isEqualTo("""
                {"format":1,"lastSequence":4,"lastRecord":9,"alarms":[
                 {"definition":"module-lost","subject":"A1-3","strings":["A1"],"state":"HIDDEN_ACTIVE","sequence":4,\
                "firstOut":true,"raisedAtMillis":5,"changedAtMillis":6,"value":1,"limit":0,"raises":2,\
                "chattering":false,"acknowledgedBy":"","acknowledgedAtMillis":0,"comment":"","hidings":{"SHELVED":\
                {"who":"eva","why":"is being replaced","sinceMillis":6,"untilMillis":7}}}],"pending":[
                 {"id":"line-down/L1","counts":false,"sinceMillis":8}]}
                """);
        for (String name : List.of("state.json", "alarms-2025-11.jsonl")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
    }

    @Test
    void beginsAFileWithEachMonthAndWhenOneIsFull() throws Exception {
        AlarmStore store = new FileAlarmStore(folder(), new RecordLimits(300, 1_000_000, 24));
        long number = 0;
        for (long day = 0; day < 60; day += 10) {
            store.append(List.of(record(++number, NOVEMBER + day * DAY)));
        }
        assertThat(names()).containsExactlyInAnyOrder("alarms-2025-11.jsonl", "alarms-2025-12.jsonl",
                "alarms-2025-12-2.jsonl", "alarms-2026-01.jsonl");
        assertThat(numbers(store)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        store.append(List.of(record(++number, NOVEMBER))); // the clock was set back
        assertThat(names()).hasSize(5).contains("alarms-2026-01-2.jsonl");
        assertThat(numbers(new FileAlarmStore(folder()))).startsWith(7L, 6L);
        assertThat(store.records(new AlarmQuestion(0, Long.MAX_VALUE, 4, Set.of(), Set.of(), 9)))
                .extracting(AlarmRecord::number).containsExactly(3L, 2L, 1L);
    }

    @Test
    void removesTheOldestFiles() throws Exception {
        AlarmStore store = new FileAlarmStore(folder(), new RecordLimits(1_000_000, 1_000_000, 3));
        for (int month = 0; month < 8; month++) {
            store.append(List.of(record(month + 1, NOVEMBER + month * 30 * DAY)));
        }
        assertThat(names()).containsExactly("alarms-2026-04.jsonl", "alarms-2026-05.jsonl", "alarms-2026-06.jsonl");
        AlarmStore small = new FileAlarmStore(folder(), new RecordLimits(2_000, 10_000, 24));
        for (int i = 100; i < 400; i++) {
            small.append(List.of(record(i, NOVEMBER)));
            long bytes = sizes().values().stream().mapToLong(Long::longValue).sum();
            assertThat(bytes).isLessThanOrEqualTo(10_000);
        }
        assertThat(numbers(small)).hasSizeGreaterThan(20).startsWith(399L, 398L);
    }

    @Test
    void readsAroundAnUnfinishedEndOfAnyLength() throws Exception {
        AlarmStore store = openStore();
        store.append(List.of(record(1, NOVEMBER)));
        Path file = files().get(0);
        byte[] first = Files.readAllBytes(file);
        store.append(List.of(record(2, NOVEMBER), record(3, NOVEMBER)));
        byte[] all = Files.readAllBytes(file);
        for (int length = first.length; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            assertThat(numbers(store)).as(length + " bytes").containsExactly(1L);
            assertThat(Files.size(file)).as("a reader changes nothing").isEqualTo(length);
            if (length % 16 != 0) {
                continue;
            }
            AlarmStore next = new FileAlarmStore(folder());
            assertThat(next.load().lastRecord()).isEqualTo(1);
            next.append(List.of(record(2, NOVEMBER)));
            assertThat(numbers(store)).as(length + " bytes").containsExactly(2L, 1L);
        }
        Files.write(file, Arrays.copyOf(all, all.length + 5_000)); // zeros, as after a loss of power
        assertThat(numbers(store)).containsExactly(3L, 2L, 1L);
        new FileAlarmStore(folder()).append(List.of(record(4, NOVEMBER)));
        assertThat(numbers(store)).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void readsAroundADamagedLine() throws Exception {
        AlarmStore store = openStore();
        store.append(LongStream.rangeClosed(1, 2_000).mapToObj(i -> record(i, NOVEMBER)).toList());
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 100, (byte) 0);
        Files.write(file, bytes);
        assertThat(numbers(store)).hasSizeBetween(1_998, 1_999).startsWith(2_000L).endsWith(1L);
    }

    @Test
    void leavesOutWhatThisVersionDoesNotKnow() throws Exception {
        AlarmStore store = openStore();
        store.append(List.of(record(1, NOVEMBER)));
        store.append(List.of(record(2, NOVEMBER)));
        store.keep(memento());
        Path file = files().get(0);
        for (String[] change : new String[][] {{"module-lost", "module-melted"}, {"RAISE", "SING"}, {"UNACK", "BACK"}}) {
            String text = Files.readString(file);
            int at = text.lastIndexOf(change[0]);
            Files.writeString(file, text.substring(0, at) + change[1] + text.substring(at + change[0].length()));
            assertThat(numbers(openStore())).containsExactly(1L);
            assertThat(openStore().load().lastRecord()).isEqualTo(9);
            Files.writeString(file, text);
        }
        Path state = folder().resolve("state.json");
        String text = Files.readString(state);
        for (String unknown : List.of(text.replace("module-lost", "melted"), text.replace("SHELVED", "FORGOTTEN"),
                text.replace("HIDDEN_ACTIVE", "ODD"))) {
            Files.writeString(state, unknown);
            assertThat(openStore().load()).isEqualTo(new AlarmMemento(4, 9, List.of(), memento().pending()));
        }
        Files.writeString(state, text.replace("line-down", "x").replace("\"firstOut\"", "\"new\":[{}],\"firstOut\""));
        assertThat(openStore().load()).isEqualTo(new AlarmMemento(4, 9, memento().alarms(), List.of()));
    }

    @Test
    void keepsADamagedStateAsideAndGoesOnWithTheNumbers() throws Exception {
        AlarmStore store = openStore();
        store.append(List.of(record(1, NOVEMBER), record(2, NOVEMBER)));
        store.keep(memento());
        Path state = folder().resolve("state.json");
        byte[] whole = Files.readAllBytes(state);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(state, Arrays.copyOf(whole, length));
            assertThat(new FileAlarmStore(folder()).load()).isEqualTo(new AlarmMemento(2, 2, List.of(), List.of()));
            assertThat(Files.size(state)).as("a reader changes nothing").isEqualTo(length);
        }
        Files.writeString(state, new String(whole).replace("\"format\":1", "\"format\":2"));
        store = openStore();
        assertThat(store.load()).isEqualTo(new AlarmMemento(2, 2, List.of(), List.of()));
        store.keep(memento());
        assertThat(openStore().load()).isEqualTo(memento());
        try (Stream<Path> aside = Files.list(folder())) {
            assertThat(aside.filter(file -> file.getFileName().toString().matches("state\\.json\\.damaged-\\d{8}T\\d{6}Z")))
                    .singleElement().satisfies(file -> assertThat(file).content().contains("\"format\":2"));
        }
    }

    @Test
    void isNotStoppedByALeftOverOrAnInterruption() throws Exception {
        AlarmStore store = openStore();
        store.keep(AlarmMemento.EMPTY);
        Files.writeString(folder().resolve("state.json.new"), "half");
        Files.writeString(folder().resolve("alarms-of-mine.jsonl"), "mine");
        Thread.currentThread().interrupt();
        store.keep(memento());
        store.append(List.of(record(10, NOVEMBER)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(openStore().load().alarms()).isEqualTo(memento().alarms());
        assertThat(numbers(store)).containsExactly(10L);
    }

    @Test
    void goesOnWhenItsFilesWereTakenAway() throws Exception {
        AlarmStore store = openStore();
        store.append(List.of(record(1, NOVEMBER)));
        Files.delete(files().get(0));
        Files.delete(folder());
        assertThat(numbers(store)).isEmpty();
        store.append(List.of(record(2, NOVEMBER)));
        assertThat(numbers(store)).containsExactly(2L);
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        Files.writeString(folder(), "a file in its place");
        AlarmStore store = openStore();
        assertThatThrownBy(() -> store.append(List.of(record(1, NOVEMBER)))).isInstanceOf(AlarmStoreFailure.class)
                .hasMessageContaining(folder().toString()).hasMessageContaining("check");
        assertThatThrownBy(() -> store.keep(memento())).isInstanceOf(AlarmStoreFailure.class);
        Files.delete(folder());
        store.append(List.of(record(1, NOVEMBER)));
        assertThat(numbers(store)).containsExactly(1L);
    }

    @Test
    void keepsHalvesOfCharactersFromStoppingIt() throws Exception {
        AlarmStore store = openStore();
        AlarmRecord odd = new AlarmRecord(1, NOVEMBER, "module-lost", "A1", AlarmAction.HIDE, AlarmState.HIDDEN, 1, 0,
                "eva", "half \ud83d", 0);
        store.append(List.of(odd));
        assertThat(store.records(ALL)).singleElement().extracting(AlarmRecord::comment).isEqualTo("half ?");
    }
}
