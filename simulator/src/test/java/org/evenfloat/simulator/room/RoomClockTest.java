// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RoomClockTest {

    private static final double MAX = Double.POSITIVE_INFINITY;

    private final RoomClock clock = new RoomClock(1_000_000);
    private final List<Long> steps = Collections.synchronizedList(new ArrayList<>());
    private Thread thread;

    private void run() {
        thread = new Thread(() -> {
            try {
                clock.run((from, to) -> steps.add(to - from));
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        clock.stop();
        if (thread != null) {
            thread.join();
        }
    }

    private void until(LongPredicate reached) {
        while (!reached.test(clock.monotonicMillis())) {
            Thread.onSpinWait();
        }
    }

    /** Returns how long the room takes for so much of its time, in real ms. */
    private long realMillis(long roomMillis) {
        long end = clock.monotonicMillis() + roomMillis;
        long start = System.nanoTime();
        until(now -> now >= end);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Test
    void goesOnInRealTimeWhileNobodyTakesPart() {
        clock.speed(MAX);
        run();
        until(now -> now > 0);
        assertThat(realMillis(500)).isBetween(380L, 5_000L);
        assertThat(steps).containsOnly(100L);
    }

    @Test
    void goesOnSlowerThanRealTimeWhenThatIsWanted() {
        clock.speed(0.5);
        run();
        until(now -> now > 0);
        assertThat(realMillis(200)).isBetween(280L, 5_000L);
    }

    @Test
    void standsStillWhileOneIsBusy() throws Exception {
        clock.speed(MAX);
        RoomClock.Participant idle = clock.join();
        RoomClock.Participant busy = clock.join();
        run();
        CompletableFuture<Long> woken = idleElsewhere(idle, 50);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
        while (System.nanoTime() < until) {
            assertThat(clock.monotonicMillis()).isZero();
        }
        assertThat(woken).isNotDone();
        assertThat(busy.idleUntil(1_000)).isEqualTo(50);
        assertThat(woken.get()).isEqualTo(50);
    }

    @Test
    void goesToTheEarliestWish() throws Exception {
        clock.speed(MAX);
        RoomClock.Participant one = clock.join();
        RoomClock.Participant other = clock.join();
        run();
        CompletableFuture<Long> woken = idleElsewhere(other, 7_000);
        assertThat(one.idleUntil(3_000)).isEqualTo(3_000);
        assertThat(woken.get()).isEqualTo(3_000);
        assertThat(steps).containsExactly(3_000L);
        assertThat(one.idleUntil(2_000)).as("a wish in the past").isEqualTo(3_000);
    }

    @Test
    void noStepIsLongerThanTenSeconds() throws Exception {
        clock.speed(MAX);
        RoomClock.Participant server = clock.join();
        run();
        long now = 0;
        while (now < 86_400_000) {
            now = server.idleUntil(86_400_000);
        }
        assertThat(now).isEqualTo(86_400_000);
        assertThat(steps).hasSize(8_640).containsOnly(10_000L);
    }

    @Test
    void goesAtTheWantedSpeed() throws Exception {
        clock.speed(100);
        RoomClock.Participant server = clock.join();
        run();
        long start = System.nanoTime();
        while (server.idleUntil(60_000) < 60_000) {
            assertThat(clock.monotonicMillis() % 10_000).as("steps of a tenth of a second").isZero();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(seconds).isBetween(0.5, 5.0);
    }

    @Test
    void aChangeOfSpeedTakesEffectInTheMidstOfAStep() throws Exception {
        clock.speed(0.1);
        RoomClock.Participant server = clock.join();
        run();
        CompletableFuture<Long> woken = idleElsewhere(server, 1_000_000);
        clock.speed(MAX);
        assertThat(woken.get(900, TimeUnit.MILLISECONDS)).isGreaterThan(0);
    }

    @Test
    void tellsTheSpeedThatItReaches() throws Exception {
        clock.speed(200);
        RoomClock.Participant server = clock.join();
        run();
        while (server.idleUntil(300_000) < 300_000) {
            Thread.onSpinWait();
        }
        assertThat(clock.effectiveSpeed()).isBetween(20.0, 260.0);
    }

    @Test
    void goesOnWhenTheBusyOneLeaves() throws Exception {
        clock.speed(MAX);
        RoomClock.Participant stays = clock.join();
        RoomClock.Participant leaves = clock.join();
        run();
        CompletableFuture<Long> woken = idleElsewhere(stays, 5_000);
        leaves.close();
        assertThat(woken.get()).isEqualTo(5_000);
    }

    @Test
    void oneThatIsInterruptedWhileItWaitsIsBusyAgain() throws Exception {
        clock.speed(0.1);
        RoomClock.Participant server = clock.join();
        run();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                server.idleUntil(1_000_000);
                interrupted.complete(false);
            } catch (InterruptedException end) {
                interrupted.complete(true);
            }
        });
        waiting.start();
        waiting.interrupt();
        assertThat(interrupted.get()).isTrue();
        long now = clock.monotonicMillis();
        clock.speed(MAX);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        while (System.nanoTime() < until) {
            assertThat(clock.monotonicMillis()).isEqualTo(now);
        }
        server.close();
        until(later -> later > now);
    }

    @Test
    void whoJoinsDuringAStepFindsItOver() throws Exception {
        clock.speed(MAX);
        RoomClock.Participant first = clock.join();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        thread = new Thread(() -> {
            try {
                clock.run((from, to) -> {
                    begun.complete(null);
                    goOn.join();
                });
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        CompletableFuture<Long> woken = idleElsewhere(first, 10_000);
        begun.get();
        CompletableFuture<Long> joined = CompletableFuture.supplyAsync(() -> {
            clock.join();
            return clock.monotonicMillis();
        });
        goOn.complete(null);
        assertThat(joined.get()).isEqualTo(10_000);
        assertThat(woken.get()).isEqualTo(10_000);
    }

    @Test
    void aJumpOfTheWallClockLeavesTheOtherAlone() throws Exception {
        clock.speed(MAX);
        RoomClock.Participant server = clock.join();
        run();
        server.idleUntil(2_000);
        clock.jumpWallClock(3_600_000);
        assertThat(clock.wallMillis()).isEqualTo(1_000_000 + 2_000 + 3_600_000);
        assertThat(clock.monotonicMillis()).isEqualTo(2_000);
        clock.jumpWallClock(-7_200_000);
        assertThat(server.idleUntil(3_000)).isEqualTo(3_000);
        assertThat(clock.wallMillis()).isEqualTo(1_000_000 + 3_000 - 3_600_000);
    }

    @Test
    void aStopWakesWhoeverWaitsAndEndsTheRun() throws Exception {
        RoomClock.Participant waits = clock.join();
        clock.join();
        run();
        CompletableFuture<Long> woken = idleElsewhere(waits, 5_000);
        clock.stop();
        assertThat(woken.get()).isZero();
        thread.join();
        assertThat(clock.isStopped()).isTrue();
        assertThat(waits.idleUntil(9_000)).isZero();
    }

    private static CompletableFuture<Long> idleElsewhere(RoomClock.Participant participant, long until) {
        CompletableFuture<Long> woken = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                woken.complete(participant.idleUntil(until));
            } catch (InterruptedException end) {
                woken.completeExceptionally(end);
            }
        });
        waiting.setDaemon(true);
        waiting.start();
        return woken;
    }
}
