// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A part that hangs ends the process; one that works or has nothing to do never does. */
@Timeout(30)
class WatchdogTest {

    private final CountDownLatch halted = new CountDownLatch(1);
    private final ByteArrayOutputStream signs = new ByteArrayOutputStream();

    /** Alive as told, and counts who asks. */
    private static final class Part implements SignOfLife {

        private final Semaphore asked = new Semaphore(0);
        private final AtomicInteger silentFrom = new AtomicInteger(Integer.MAX_VALUE);
        private int looks;

        @Override
        public String name() {
            return "the part";
        }

        @Override
        public boolean alive() {
            boolean alive = ++looks < silentFrom.get();
            asked.release();
            return alive;
        }
    }

    private Watchdog watchdog(SignOfLife part, OutputStream pipe) {
        return new Watchdog(List.of(part), new Supervisor(pipe), halted::countDown, 1);
    }

    @Test
    void aPartThatHangsEndsTheProcessAndGivesNoMoreSigns() throws Exception {
        Part part = new Part();
        part.silentFrom.set(4);
        try (Watchdog watchdog = watchdog(part, signs)) {
            watchdog.start();
            halted.await();
        }
        assertThat(part.looks).isGreaterThanOrEqualTo(3 + Watchdog.PATIENCE_LOOKS);
        assertThat(signs.toString()).isEqualTo("+\n".repeat(2 + Watchdog.PATIENCE_LOOKS) + "-\n");
    }

    @Test
    void whatWorksIsLeftAloneAndTheSupervisorIsToldOfAnEndInOrder() throws Exception {
        Part part = new Part();
        try (Watchdog watchdog = watchdog(part, signs)) {
            watchdog.start();
            part.asked.acquire(5 * Watchdog.PATIENCE_LOOKS);
        }
        assertThat(halted.getCount()).as("not halted").isOne();
        assertThat(signs.toString()).startsWith("+\n".repeat(5 * Watchdog.PATIENCE_LOOKS - 1)).endsWith("+\n-\n");
    }

    @Test
    void aSupervisorThatIsGoneIsNotMissed() throws Exception {
        Part part = new Part();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (Watchdog watchdog = watchdog(part, gone)) {
            watchdog.start();
            part.asked.acquire(2 * Watchdog.PATIENCE_LOOKS);
        }
        assertThat(halted.getCount()).as("not halted").isOne();
    }

    @Test
    void aSupervisorThatDoesNotReadHoldsOnlyTheWatchdog() throws Exception {
        Part part = new Part();
        CountDownLatch readAgain = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) {
                held.countDown();
                try {
                    assertThat(readAgain.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (Watchdog watchdog = watchdog(part, full)) {
            watchdog.start();
            held.await();
            assertThat(watchdog.alive()).isTrue();
            readAgain.countDown();
        }
        assertThat(halted.getCount()).as("not halted").isOne();
    }

    @Test
    void aPulseInRealTimeBeatsOnlyWhenItsThreadGetsOn() {
        Pulse pulse = new Pulse(false);
        pulse.works();
        pulse.rests();
        assertThat(pulse.beats()).isTrue();
        assertThat(pulse.beats()).as("it does not wake any more").isFalse();
        pulse.works();
        assertThat(pulse.beats()).isTrue();
        assertThat(pulse.beats()).isFalse();
    }

    @Test
    void aPulseWhereTimeMayStandStillBeatsWhileItsThreadWaits() {
        Pulse pulse = new Pulse(true);
        pulse.rests();
        assertThat(pulse.beats()).isTrue();
        assertThat(pulse.beats()).as("still waits").isTrue();
        pulse.works();
        assertThat(pulse.beats()).as("has begun").isTrue();
        assertThat(pulse.beats()).as("hangs").isFalse();
        pulse.rests();
        pulse.works();
        assertThat(pulse.beats()).as("began another one meanwhile").isTrue();
        assertThat(pulse.beats()).isFalse();
    }

    @Test
    void aThreadThatDiedIsNotAlive() throws Exception {
        ServerThread thread = new ServerThread("fragile") {
            @Override
            void work() {
                throw new StackOverflowError("thrown by the test");
            }
        };
        thread.start();
        thread.close();
        while (thread.alive() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait(); // its last words are said; the thread itself ends a moment later
        }
        assertThat(thread.alive()).isFalse();
        assertThat(thread.name()).isEqualTo("Thread fragile");
    }
}
