// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.evenfloat.application.protection.OnGuardThread;
import org.evenfloat.application.protection.ProtectionDesk;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.infrastructure.time.Mailbox;
import org.evenfloat.infrastructure.time.Timekeeper;

/**
 * The thread of guards and breaker policies: gets each image before anybody else, and waits for nothing but the next
 * one. It neither logs nor writes: what it has to tell goes into bounded queues.
 */
public final class GuardThread extends ServerThread implements OnGuardThread, SignOfLife {

    /** Images and wishes of people that may wait. The newest image of a line is seen even when there is no room. */
    private static final int MAILBOX_CAPACITY = 256;

    /** A guard that has nothing to do says so often that it lives. */
    private static final long LOOK_MILLIS = 5_000;

    private static final long PATIENCE_MILLIS = 3_000;

    private final ProtectionDesk desk;
    private final Mailbox<Runnable> mailbox;
    private final Timekeeper time;
    private volatile long lookedNanos = System.nanoTime();
    private volatile String fault = "";
    private final Pulse pulse;

    public GuardThread(ProtectionDesk desk, Timekeeper time) {
        super("guard");
        this.desk = desk;
        this.time = time;
        this.pulse = new Pulse(time.pauses());
        this.mailbox = time.mailbox("guard", MAILBOX_CAPACITY);
    }

    /** Takes the newest image of a line; never waits. */
    public void take(SweepImage image) {
        desk.take(image);
        String line = image.line();
        mailbox.offer(() -> desk.look(line));
    }

    @Override
    void work() throws InterruptedException {
        desk.begin();
        try (mailbox) {
            while (!Thread.currentThread().isInterrupted()) {
                long due = due();
                pulse.rests();
                Runnable next = mailbox.take(due);
                pulse.works();
                guarded(next == null ? desk::tick : next);
                lookedNanos = System.nanoTime();
            }
        }
    }

    @Override
    public boolean alive() {
        return pulse.beats() && runs();
    }

    private long due() {
        return Math.min(desk.dueMonotonicMillis(), time.monotonicClock().millis() + LOOK_MILLIS);
    }

    /** Our own mistakes must not end the guard: they are shown, and the next image is looked at. */
    private void guarded(Runnable work) {
        try {
            work.run();
            fault = "";
        } catch (RuntimeException mistake) {
            fault = mistake.toString();
        }
    }

    /** Returns how long ago it has looked, ms of real time. */
    public long silentMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lookedNanos);
    }

    /** Returns what went wrong in its last look, for people; empty when nothing did. */
    public String fault() {
        return fault;
    }

    @Override
    public Optional<String> ask(Function<ProtectionDesk, Optional<String>> deed) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        mailbox.offer(() -> {
            if (begun.compareAndSet(false, true)) {
                try {
                    answer.complete(deed.apply(desk));
                } catch (RuntimeException mistake) {
                    answer.completeExceptionally(mistake);
                }
            }
        });
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException busy) {
            return begun.compareAndSet(false, true) ? Optional.of(BUSY) : answer.join();
        } catch (ExecutionException mistake) {
            throw new IllegalStateException("guard: " + mistake.getCause(), mistake.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(BUSY);
        }
    }
}
