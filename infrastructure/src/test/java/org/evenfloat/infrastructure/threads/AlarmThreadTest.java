// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmThreadTest {

    private static final AlarmPoint DOWN = new AlarmPoint(AlarmTable.find("line-down").orElseThrow(), "L1");

    /** Keeps, or fails as long as a test wants. */
    private static final class Store implements AlarmStore {

        final List<AlarmRecord> records = new CopyOnWriteArrayList<>();
        volatile AlarmMemento memento = AlarmMemento.EMPTY;
        volatile boolean full;

        @Override
        public AlarmMemento load() {
            return memento;
        }

        @Override
        public void keep(AlarmMemento now) throws AlarmStoreFailure {
            check();
            memento = now;
        }

        @Override
        public void append(List<AlarmRecord> added) throws AlarmStoreFailure {
            check();
            records.addAll(added);
        }

        private void check() throws AlarmStoreFailure {
            if (full) {
                throw new AlarmStoreFailure("the disk is full", null);
            }
        }

        @Override
        public List<AlarmRecord> records(AlarmQuestion question) {
            return records;
        }
    }

    private static final class Contact implements AlarmContact {

        final BlockingQueue<String> shown = new ArrayBlockingQueue<>(100);
        volatile boolean stands = true;

        @Override
        public String name() {
            return "contact";
        }

        @Override
        public void show(boolean relayHolds, boolean buzzes) {
            stands = true;
            shown.add((relayHolds ? "holds" : "drops") + (buzzes ? ", buzzes" : ""));
        }

        @Override
        public boolean stands() {
            return stands;
        }
    }

    private final AlarmOutbox outbox = new AlarmOutbox();
    private final AlarmDesk desk =
            new AlarmDesk(new AlarmPlaces(OneLine.SITE), outbox, new GeneralAlarm(-GeneralAlarm.SETTLE_MILLIS));
    private final Store store = new Store();
    private final Contact contact = new Contact();
    private volatile List<AlarmMemento.Pending> pending = List.of();
    private final AlarmThread thread =
            new AlarmThread(desk, outbox, () -> pending, store, List.of(contact), () -> {}, () -> 0);

    @AfterEach
    void stop() {
        thread.close();
    }

    private void change(int change) {
        desk.change(DOWN, change, 1, 0, 1_000, "");
        desk.tick(1_000, 0);
    }

    @Test
    void keepsWhatHappensAndShowsTheGeneralAlarm() throws Exception {
        thread.start();
        assertThat(contact.shown.poll(10, TimeUnit.SECONDS)).isEqualTo("holds");
        change(ConditionTimers.RAISED);
        assertThat(thread.keptByNow()).isTrue();
        assertThat(store.records).hasSize(1);
        assertThat(store.memento.alarms()).hasSize(1);
        assertThat(contact.shown.poll(10, TimeUnit.SECONDS)).isEqualTo("drops, buzzes");
        change(ConditionTimers.RETURNED);
        assertThat(thread.keptByNow()).isTrue();
        assertThat(contact.shown.poll(10, TimeUnit.SECONDS)).isEqualTo("holds");
    }

    @Test
    void showsAgainWhatDoesNotStandAnyMore() throws Exception {
        thread.start();
        assertThat(contact.shown.poll(10, TimeUnit.SECONDS)).isEqualTo("holds");
        contact.stands = false;
        assertThat(contact.shown.poll(10, TimeUnit.SECONDS)).isEqualTo("holds");
    }

    @Test
    void releasesOnceAndForGood() throws Exception {
        thread.release();
        thread.start();
        assertThat(contact.shown.poll(10, TimeUnit.SECONDS)).as("asked before it ran").isEqualTo("drops");
        thread.release();
        contact.stands = false;
        thread.close();
        assertThat(contact.shown).isEmpty();
    }

    @Test
    void saysThatNothingCanBeKeptAndKeepsAllWhenItCanAgain() throws Exception {
        store.full = true;
        thread.start();
        change(ConditionTimers.RAISED);
        assertThat(thread.keptByNow()).isFalse();
        assertThat(desk.standing(0).failure()).isEqualTo("the disk is full");
        change(ConditionTimers.RETURNED);
        store.full = false;
        assertThat(thread.keptByNow()).isTrue();
        assertThat(store.records).extracting(AlarmRecord::number).containsExactly(1L, 2L);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!desk.standing(0).failure().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(desk.standing(0).failure()).isEmpty();
    }

    @Test
    void writesAtItsEndWhatCameBefore() {
        thread.start();
        change(ConditionTimers.RAISED);
        thread.close();
        assertThat(store.records).hasSize(1);
        assertThat(store.memento.lastRecord()).isEqualTo(1);
    }
}
