// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AlarmStore} does. */
public abstract class AlarmStoreContract {

    private static final long DAY = 86_400_000;
    private static final int READERS = 2;

    private AlarmStore store;

    /** Opens the store, at first empty; once more on what was kept before, as after a restart. */
    protected abstract AlarmStore openStore() throws Exception;

    /**
     * Lets the process die while it appends records to the store that was opened last.
     *
     * @param permille how much of it has reached the disk, 0 to 999
     */
    protected abstract void dieWhileAppending(List<AlarmRecord> records, int permille) throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        store = openStore();
    }

    private static List<AlarmRecord> records(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(AlarmCases::record).toList();
    }

    private List<Long> numbers(AlarmQuestion question) throws AlarmStoreFailure {
        return store.records(question).stream().map(AlarmRecord::number).toList();
    }

    private static AlarmQuestion all(int most) {
        return before(Long.MAX_VALUE, most);
    }

    private static AlarmQuestion before(long number, int most) {
        return new AlarmQuestion(Long.MIN_VALUE, Long.MAX_VALUE, number, Set.of(), Set.of(), most);
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(store.load()).isEqualTo(AlarmMemento.EMPTY);
        assertThat(store.records(all(10))).isEmpty();
        store.append(List.of());
        assertThat(openStore().records(all(10))).isEmpty();
    }

    @Test
    void keepsEverythingThatStandsAsItIs() throws Exception {
        SeededCases.check("what stands comes back", 60, draw -> {
            AlarmMemento memento = AlarmCases.memento(draw);
            store.keep(memento);
            assertThat(store.load()).isEqualTo(memento);
            assertThat(openStore().load()).isEqualTo(memento);
        });
    }

    @Test
    void keepsEveryRecordAsItIs() throws Exception {
        long[] number = {0};
        List<AlarmRecord> kept = new ArrayList<>();
        SeededCases.check("a record comes back", 40, draw -> {
            List<AlarmRecord> batch = new ArrayList<>();
            for (int i = draw.between(1, 5); i > 0; i--) {
                number[0] += draw.between(1, 3);
                batch.add(AlarmCases.record(draw, number[0]));
            }
            store.append(batch);
            batch.forEach(record -> kept.add(0, record));
            assertThat(store.records(all(AlarmStore.MOST_RECORDS))).isEqualTo(kept);
        });
        assertThat(openStore().records(all(AlarmStore.MOST_RECORDS))).isEqualTo(kept);
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        store.append(records(1, 3));
        store = openStore();
        store.append(records(4, 5));
        store = openStore();
        assertThat(numbers(all(100))).containsExactly(5L, 4L, 3L, 2L, 1L);
        store.append(records(9, 9)); // some were given up
        assertThat(numbers(all(100))).startsWith(9L, 5L);
    }

    @Test
    void pagesByNumber() throws Exception {
        store.append(records(1, 25));
        List<Long> read = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (List<Long> page = numbers(before(before, 10)); !page.isEmpty(); page = numbers(before(before, 10))) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            read.addAll(page);
            before = page.get(page.size() - 1);
        }
        List<Long> all = new ArrayList<>(LongStream.rangeClosed(1, 25).boxed().toList());
        Collections.reverse(all);
        assertThat(read).isEqualTo(all);
    }

    @Test
    void returnsOnlyWhatIsAskedFor() throws Exception {
        store.append(records(1, 200));
        SeededCases.check("an answer holds what was asked for", 100, draw -> {
            AlarmQuestion question = new AlarmQuestion(
                    AlarmCases.record(draw.between(-10, 210)).atMillis(),
                    AlarmCases.record(draw.between(-10, 210)).atMillis(),
                    draw.permille(500) ? Long.MAX_VALUE : draw.between(1, 210),
                    draw.permille(500) ? Set.of() : Set.of(AlarmCases.definition(draw.between(0, 9)), "no-such-alarm"),
                    draw.permille(500) ? Set.of() : Set.of(AlarmCases.subject(draw.between(0, 9))), draw.between(1, 100));
            List<AlarmRecord> expected = LongStream.rangeClosed(1, 200).mapToObj(i -> AlarmCases.record(201 - i))
                    .filter(record -> record.atMillis() >= question.fromMillis()
                            && record.atMillis() <= question.toMillis() && record.number() < question.beforeNumber())
                    .filter(record -> question.definitions().isEmpty()
                            || question.definitions().contains(record.definition()))
                    .filter(record -> question.subjects().isEmpty() || question.subjects().contains(record.subject()))
                    .limit(question.most()).toList();
            assertThat(store.records(question)).isEqualTo(expected);
        });
    }

    @Test
    void followsTheNumbersWhenTheClockDoesNot() throws Exception {
        long now = 1_763_816_607_000L;
        long[] times = {now, now + 400 * DAY, now, now - 3_000 * DAY, 5, -5, now + DAY, now + 40 * DAY};
        for (int i = 0; i < times.length; i++) {
            store.append(List.of(AlarmCases.record(i + 1, times[i])));
        }
        store = openStore();
        assertThat(numbers(all(100))).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(numbers(new AlarmQuestion(now - DAY, now + DAY, Long.MAX_VALUE, Set.of(), Set.of(), 10)))
                .containsExactly(7L, 3L, 1L);
        assertThat(numbers(new AlarmQuestion(-5, 5, Long.MAX_VALUE, Set.of(), Set.of(), 10))).containsExactly(6L, 5L);
    }

    @Test
    void keepsNothingOfRecordsOutOfOrder() throws Exception {
        store.append(records(1, 3));
        for (List<AlarmRecord> wrong : List.of(
                records(3, 5), List.of(AlarmCases.record(5), AlarmCases.record(4)),
                List.of(AlarmCases.record(4), AlarmCases.record(4)))) {
            assertThatThrownBy(() -> store.append(wrong)).isInstanceOf(AlarmStoreFailure.class);
            assertThat(numbers(all(100))).containsExactly(3L, 2L, 1L);
        }
        store.append(records(4, 4));
        assertThat(numbers(all(100))).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void hasAllOrNoneOfWhatWasAppendedWhenTheProcessDied() throws Exception {
        store.append(records(1, 3));
        long last = 3;
        for (int permille = 0; permille < 1_000; permille += 37) {
            dieWhileAppending(records(last + 1, last + 4), permille);
            assertThat(store.records(all(1))).as("before the restart, " + permille).extracting(AlarmRecord::number)
                    .containsExactly(last);
            store = openStore();
            assertThat(store.load().lastRecord()).as("after " + permille).isEqualTo(last);
            assertThat(numbers(all(1))).as("after " + permille).containsExactly(last);
            store.append(records(last + 1, last + 2));
            last += 2;
            assertThat(store.records(all(1_000))).as("after " + permille).hasSize((int) last);
        }
    }

    @Test
    void neverNumbersARecordTwice() throws Exception {
        store.keep(new AlarmMemento(2, 2, List.of(), List.of()));
        store.append(records(1, 7));
        assertThat(openStore().load().lastRecord()).isEqualTo(7);
        assertThat(openStore().load().lastSequence()).isGreaterThanOrEqualTo(2);
        store.keep(new AlarmMemento(5, 9, List.of(), List.of()));
        assertThat(openStore().load()).isEqualTo(new AlarmMemento(5, 9, List.of(), List.of()));
    }

    @Test
    void showsReadersWholeAppendsWhileSomebodyWrites() throws Exception {
        int batches = 60;
        int each = 7;
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    int looks = 0;
                    for (long before = 0; !ended.get() || looks == 0; looks++) {
                        List<AlarmRecord> found = store.records(all(AlarmStore.MOST_RECORDS));
                        assertThat(found.size()).isGreaterThanOrEqualTo((int) before);
                        assertThat(found.size() % each).isZero();
                        assertThat(found).isEqualTo(reversed(found.size()));
                        before = found.size();
                    }
                    return looks;
                }));
            }
            for (int i = 0; i < batches; i++) {
                store.append(records(i * each + 1L, (i + 1L) * each));
            }
            ended.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
        assertThat(store.records(all(AlarmStore.MOST_RECORDS))).hasSize(batches * each);
    }

    private static List<AlarmRecord> reversed(int count) {
        return LongStream.range(0, count).mapToObj(i -> AlarmCases.record(count - i)).toList();
    }

    @Test
    void answersTenThousandRecordsQuickly() throws Exception {
        for (int i = 0; i < 11; i++) {
            store.append(records(i * 1_000L + 1, (i + 1) * 1_000L));
        }
        long begin = System.nanoTime();
        assertThat(store.records(all(Integer.MAX_VALUE))).hasSize(AlarmStore.MOST_RECORDS);
        Duration all = Duration.ofNanos(System.nanoTime() - begin);
        begin = System.nanoTime();
        assertThat(store.records(all(1))).hasSize(1);
        Duration one = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("10,000 records of 11,000: " + all.toMillis() + " ms; the last one: " + one.toMillis() + " ms");
        assertThat(all).isLessThan(Duration.ofSeconds(5));
        assertThat(one).isLessThan(Duration.ofSeconds(1));
    }
}
