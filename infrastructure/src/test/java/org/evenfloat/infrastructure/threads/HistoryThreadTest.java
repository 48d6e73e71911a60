// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;

class HistoryThreadTest {

    private final List<String> written = new ArrayList<>();
    private final SteppedTime time = new SteppedTime(Long.MAX_VALUE, this::idle);
    private final HistoryThread thread = new HistoryThread(time);
    private final HistoryRecorder recorder = new HistoryRecorder(
            new NotingStore(), new EmptySpool(), HistoryRecorder.Limits.USUAL, event -> {}, thread::wake);
    private Runnable whenIdle = thread::end;
    private RuntimeException fault;

    private void idle() {
        whenIdle.run();
    }

    private void work() throws InterruptedException {
        thread.serve(recorder);
        thread.work();
    }

    private void offer(String text) {
        recorder.offerEvents(List.of(new Event(0, EventKind.SERVER_STOPPED, "", text)));
    }

    @Test
    void writesWhatIsOfferedWhileItRuns() throws Exception {
        whenIdle = () -> {
            whenIdle = thread::end;
            offer("a");
            recorder.offerSweep(OneLine.ROSTER, OneLine.image(5), new byte[3]);
            thread.write(() -> written.add("integrators"));
        };
        work();
        assertThat(written).containsExactlyInAnyOrder("a", "sweep 5", "integrators");
        assertThat(time.mailboxClosed).isTrue();
    }

    @Test
    void writesWhatWasOfferedBeforeTheStop() throws Exception {
        whenIdle = () -> {
            offer("last words");
            thread.write(() -> written.add("integrators"));
            thread.end();
            thread.write(() -> written.add("behind the stop"));
        };
        work();
        assertThat(written).contains("last words", "integrators", "behind the stop");
    }

    @Test
    void keepsRoomForWritesHoweverOftenItIsWoken() throws Exception {
        for (int i = 0; i < 9_000; i++) {
            thread.wake();
        }
        thread.write(() -> written.add("integrators"));
        work();
        assertThat(written).containsExactly("integrators");
    }

    @Test
    void isWokenAgainAfterEveryWakeUp() throws Exception {
        int[] rounds = {0};
        whenIdle = () -> {
            offer("round " + ++rounds[0]);
            if (rounds[0] == 3) {
                whenIdle = thread::end;
            }
        };
        work();
        assertThat(written).containsExactly("round 1", "round 2", "round 3");
    }

    @Test
    void survivesWritesThatFail() throws Exception {
        thread.write(() -> {
            throw new HistoryFailure("disk is full", null);
        });
        thread.write(() -> {
            throw new IllegalStateException("a mistake of ours");
        });
        thread.write(() -> written.add("integrators"));
        work();
        assertThat(written).containsExactly("integrators");
    }

    @Test
    void survivesAFaultOfTheStore() throws Exception {
        fault = new IllegalStateException("a mistake of ours");
        whenIdle = () -> {
            fault = null;
            offer("after the fault");
            whenIdle = thread::end;
        };
        offer("lost in the fault");
        work();
        assertThat(written).containsExactly("after the fault");
    }

    private final class NotingStore implements HistoryStore {

        @Override
        public void appendEvents(List<Event> events) {
            if (fault != null) {
                throw fault;
            }
            events.forEach(event -> written.add(event.text()));
        }

        @Override
        public void appendSweep(LineRoster roster, SweepImage image, byte[] states) {
            written.add("sweep " + image.sampledMonotonicMillis());
        }

        @Override
        public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HistorySeries sensor(String sensorId, long fromMillis, long toMillis, int points) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HistoryRanges ranges(RangeQuestion question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Event> events(long fromMillis, long toMillis, int limit) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private static final class EmptySpool implements Spool {

        @Override
        public int keepEvents(List<Event> events) {
            return events.size();
        }

        @Override
        public int keepSweep(KeptSweep sweep) {
            return 1;
        }

        @Override
        public List<Event> firstEvents(int limit) {
            return List.of();
        }

        @Override
        public void dropEvents(int count) {}

        @Override
        public Optional<KeptSweep> firstSweep() {
            return Optional.empty();
        }

        @Override
        public void dropSweep() {}

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
