// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockstepTimekeeperTest {

    private final SteppedAuthority authority = new SteppedAuthority();
    private final AtomicInteger gone = new AtomicInteger();
    private final CountDownLatch goneOnce = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final LockstepTimekeeper time = new LockstepTimekeeper(authority, () -> {
        gone.incrementAndGet();
        goneOnce.countDown();
    });

    @AfterEach
    void endEverything() throws InterruptedException {
        time.close();
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(5_000);
        }
    }

    /** What a mailbox's thread does over and over. */
    private interface Turn {
        void take(Mailbox<String> mailbox) throws InterruptedException;
    }

    private void owner(Mailbox<String> mailbox, Turn turn) {
        Thread thread = new Thread(() -> {
            try (mailbox) {
                turn.take(mailbox);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        thread.start();
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("something within 10 s").isNotNull();
        return next;
    }

    private long now() {
        return time.monotonicClock().millis();
    }

    @Test
    void standsStillWhileAMailboxHasNoThreadWaiting() throws Exception {
        Mailbox<String> idle = time.mailbox("idle", 4);
        Mailbox<String> busy = time.mailbox("busy", 4);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        CountDownLatch work = new CountDownLatch(1);
        owner(idle, mailbox -> {
            mailbox.take(100);
            seen.add("idle at " + now());
            mailbox.take(Long.MAX_VALUE);
        });
        owner(busy, mailbox -> {
            seen.add("busy at " + now());
            work.await();
            mailbox.take(Long.MAX_VALUE);
        });
        assertThat(next(seen)).isEqualTo("busy at 0");
        assertThat(authority.idles).isEmpty();
        work.countDown();
        assertThat(next(seen)).isEqualTo("idle at 100");
        assertThat(authority.idles).containsExactly(100L);
    }

    @Test
    void jumpsToTheEarliestInstantAnybodyWaitsFor() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(6);
        Mailbox<String> fast = time.mailbox("fast", 4);
        Mailbox<String> slow = time.mailbox("slow", 4);
        owner(fast, mailbox -> {
            for (int i = 1; i <= 4; i++) {
                mailbox.take(i * 30L);
                seen.add("fast " + now());
                all.countDown();
            }
            mailbox.take(Long.MAX_VALUE);
        });
        owner(slow, mailbox -> {
            for (int i = 1; i <= 2; i++) {
                mailbox.take(i * 50L);
                seen.add("slow " + now());
                all.countDown();
            }
            mailbox.take(Long.MAX_VALUE);
        });
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly("fast 30", "slow 50", "fast 60", "fast 90", "slow 100", "fast 120");
    }

    @Test
    void wakesTheOwnerOfAMessageAtTheSameInstant() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Mailbox<String> line = time.mailbox("line", 4);
        Mailbox<String> conductor = time.mailbox("conductor", 4);
        owner(conductor, mailbox -> {
            while (true) {
                seen.add(mailbox.take(Long.MAX_VALUE) + " at " + now());
            }
        });
        owner(line, mailbox -> {
            mailbox.take(1_000);
            conductor.offer("image");
            mailbox.take(2_000);
            conductor.offer("image");
            mailbox.take(Long.MAX_VALUE);
        });
        assertThat(next(seen)).isEqualTo("image at 1000");
        assertThat(next(seen)).isEqualTo("image at 2000");
    }

    @Test
    void wakesFromAMessageThoughNobodyWaitsForAnInstant() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Mailbox<String> only = time.mailbox("only", 4);
        owner(only, mailbox -> {
            while (true) {
                seen.add(mailbox.take(Long.MAX_VALUE));
            }
        });
        only.offer("a");
        assertThat(next(seen)).isEqualTo("a");
        only.offer("b");
        assertThat(next(seen)).isEqualTo("b");
        assertThat(authority.idles).isEmpty();
    }

    @Test
    void holdsAsManyMessagesAsItsCapacity() {
        Mailbox<String> mailbox = time.mailbox("small", 2);
        assertThat(mailbox.offer("a")).isTrue();
        assertThat(mailbox.offer("b")).isTrue();
        assertThat(mailbox.offer("c")).isFalse();
        assertThat(mailbox.poll()).isEqualTo("a");
        assertThat(mailbox.poll()).isEqualTo("b");
        assertThat(mailbox.poll()).isNull();
    }

    @Test
    void aClosedMailboxHoldsTimeNoLonger() throws Exception {
        Mailbox<String> dead = time.mailbox("dead", 2);
        dead.offer("never read");
        Mailbox<String> alive = time.mailbox("alive", 2);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        owner(alive, mailbox -> {
            mailbox.take(10);
            seen.add("at " + now());
        });
        dead.close();
        assertThat(next(seen)).isEqualTo("at 10");
    }

    @Test
    void tellsOnceWhenTheRoomIsGone() throws Exception {
        authority.goneAt(25);
        Mailbox<String> mailbox = time.mailbox("line", 2);
        owner(mailbox, line -> {
            line.take(10);
            line.take(20);
            line.take(30);
        });
        assertThat(goneOnce.await(10, TimeUnit.SECONDS)).isTrue();
        mailbox.offer("late");
        threads.get(0).join(10_000);
        assertThat(gone).hasValue(1);
        assertThat(authority.idles).containsExactly(10L, 20L, 30L);
    }

    @Test
    void closesTheAuthorityAndSaysNothingOfAGoneRoom() {
        time.close();
        assertThat(authority.closed()).isTrue();
        assertThat(gone).hasValue(0);
    }

    @Test
    void takesBothClocksAndTheSpeedFromTheAuthority() {
        assertThat(time.monotonicClock().millis()).isZero();
        assertThat(time.wallClock().millis()).isEqualTo(1_800_000_000_000L);
        assertThat(time.speed()).isEqualTo(1_000);
    }
}
