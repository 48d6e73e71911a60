// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;

class HistoryRecorderTest {

    private final LineRoster roster = TestLine.site(1, 2).roster("L1");
    private final byte[] states = TestLine.states(roster, StringState.FLOAT);
    private final MemoryStore store = new MemoryStore();
    private final MemorySpool spool = new MemorySpool(1_000);
    private final List<EventKind> told = new ArrayList<>();
    private int wakes;
    private HistoryRecorder recorder = recorder(new HistoryRecorder.Limits(100, 100, 1 << 20));

    private HistoryRecorder recorder(HistoryRecorder.Limits limits) {
        return new HistoryRecorder(store, spool, limits, event -> told.add(event.kind()), () -> wakes++);
    }

    private void event(String text) {
        recorder.offerEvents(List.of(new Event(1, EventKind.STRING_STATE, "S1", text)));
    }

    private void sweep(long atMillis) {
        recorder.offerSweep(roster, TestLine.image(roster, atMillis, atMillis, 13_500), states);
    }

    private void run() {
        int rounds = 0;
        while (recorder.runOnce(99)) {
            assertThat(rounds++).isLessThan(10_000);
        }
    }

    @Test
    void writesEventsBeforeSweepsEachInOrder() {
        sweep(1);
        event("a");
        sweep(2);
        event("b");
        assertThat(recorder.health().waiting()).isEqualTo(4);
        run();
        assertThat(store.log).containsExactly("event a", "event b", "sweep 1", "sweep 2");
        assertThat(recorder.health().working()).isTrue();
        assertThat(recorder.health().waiting()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void wakesTheWriterWithEachOffer() {
        sweep(1);
        event("a");
        recorder.offerEvents(List.of());
        assertThat(wakes).isEqualTo(2);
    }

    @Test
    void spoolsWhileTheStoreFailsAndWritesBackInOrder() {
        store.broken = true;
        sweep(1);
        event("a");
        run();
        sweep(2);
        event("b");
        run();
        assertThat(store.refused).isPositive();
        assertThat(recorder.health().working()).isFalse();
        assertThat(recorder.health().problem()).isEqualTo("disk is full");
        assertThat(recorder.health().waiting()).isEqualTo(5);
        assertThat(spool.sweeps).hasSize(2);
        assertThat(told).containsExactly(EventKind.HISTORY_FAILING);

        store.broken = false;
        sweep(3);
        event("c");
        run();
        assertThat(store.log.subList(0, 1)).containsExactly("event a");
        assertThat(store.log.get(1)).contains("disk is full");
        assertThat(store.log.subList(2, 7)).containsExactly("event b", "event c", "sweep 1", "sweep 2",
                "event History is written again, what was kept aside too; sweeps and events lost since the start: 0.");
        assertThat(store.log.subList(7, 8)).containsExactly("sweep 3");
        assertThat(told).containsExactly(EventKind.HISTORY_FAILING, EventKind.HISTORY_WORKING);
        assertThat(recorder.health().working()).isTrue();
        assertThat(recorder.health().problem()).isEmpty();
        assertThat(recorder.health().lost()).isZero();
    }

    @Test
    void writesBackASpoolLeftByAnEarlierRunAndSaysSo() {
        spool.sweeps.add(new KeptSweep(roster, TestLine.image(roster, 5, 5, 1), states));
        recorder = recorder(HistoryRecorder.Limits.USUAL);
        run();
        assertThat(store.log).hasSize(2).startsWith("sweep 5");
        assertThat(told).containsExactly(EventKind.HISTORY_WORKING);
    }

    @Test
    void givesUpTheOldestSweepsFirstWhenTheQueueIsFull() {
        recorder = recorder(new HistoryRecorder.Limits(2, 3, 1 << 20));
        for (int i = 1; i <= 5; i++) {
            sweep(i);
        }
        event("a");
        event("b");
        event("c");
        assertThat(recorder.health().lost()).isEqualTo(3);
        run();
        assertThat(store.log).containsExactly("event b", "event c", "sweep 3", "sweep 4", "sweep 5");
    }

    @Test
    void boundsTheQueueByBytesToo() {
        recorder = recorder(new HistoryRecorder.Limits(1_000, 1_000, 3_000));
        for (int i = 1; i <= 50; i++) {
            sweep(i);
        }
        event("a");
        run();
        assertThat(store.log).startsWith("event a").endsWith("sweep 50").hasSizeBetween(3, 12);
        assertThat(recorder.health().lost()).isEqualTo(50 - (store.log.size() - 1));
    }

    @Test
    void countsWhatTheSpoolGivesUp() {
        MemorySpool small = new MemorySpool(3);
        recorder = new HistoryRecorder(store, small, HistoryRecorder.Limits.USUAL, event -> {}, () -> {});
        store.broken = true;
        for (int i = 1; i <= 5; i++) {
            sweep(i);
        }
        run();
        assertThat(small.events).hasSize(1);
        assertThat(small.sweeps).hasSize(2);
        assertThat(recorder.health().lost()).isEqualTo(3);
    }

    @Test
    void keepsTheQueueWhenTheSpoolFailsToo() {
        store.broken = true;
        spool.broken = true;
        sweep(1);
        event("a");
        run();
        assertThat(recorder.health().problem())
                .isEqualTo("disk is full; nor can it be kept aside: spool is full");
        assertThat(recorder.health().waiting()).isEqualTo(3);
        store.broken = false;
        run();
        assertThat(store.log).startsWith("event a").hasSize(4).contains("sweep 1");
        assertThat(recorder.health().lost()).isZero();
        assertThat(told).containsExactly(EventKind.HISTORY_FAILING, EventKind.HISTORY_WORKING);
    }

    @Test
    void doesNotSpinWhenTheSpoolCannotForgetWhatWasWritten() {
        spool.sweeps.add(new KeptSweep(roster, TestLine.image(roster, 5, 5, 1), states));
        recorder = recorder(HistoryRecorder.Limits.USUAL);
        spool.broken = true;
        assertThat(recorder.runOnce(99)).isFalse();
        assertThat(store.log).containsExactly("sweep 5");
        assertThat(told).isEmpty();
    }
}
