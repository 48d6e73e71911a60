// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever logs never waits, and what the log could not take is told. */
@Timeout(60)
class LogQueueTest {

    private final LoggerContext context = new LoggerContext();
    private final Disk disk = new Disk();
    private final Logger log = context.getLogger("test");
    private LogQueue queue;

    /** A disk that hangs or refuses when told to. */
    private static final class Disk extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private final Semaphore turns = new Semaphore(0);
        private volatile boolean full;

        @Override
        protected void append(ILoggingEvent event) {
            entered.countDown();
            turns.acquireUninterruptibly();
            if (!full) {
                lines.add(event.getFormattedMessage());
            }
        }
    }

    @BeforeEach
    void connect() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        disk.setContext(context);
        disk.setName("disk");
        disk.start();
        queue = new LogQueue(disk, () -> disk.full);
        queue.start();
        log.addAppender(queue);
    }

    @AfterEach
    void end() {
        disk.turns.release(1_000_000);
        context.stop();
    }

    @Test
    void whatWasLoggedBeforeItIsKnownWhereIsWrittenThen() {
        LogQueue early = new LogQueue("early", context);
        early.start();
        log.detachAppender(queue);
        log.addAppender(early);
        log.info("the server has started");
        disk.turns.release(2);
        early.writeTo(disk, () -> disk.full);
        log.info("a line is down");
        early.stop();
        assertThat(disk.lines).containsExactly("the server has started", "a line is down");
    }

    @Test
    void aDiskThatHangsHoldsNobodyAndTheLossIsTold() throws Exception {
        log.info("first {}", 1);
        disk.entered.await();
        int more = 1_000;
        long start = System.nanoTime();
        for (int i = 0; i < LogQueue.CAPACITY + more; i++) {
            log.info("line {}", i);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("1256 lines while nothing is written")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(disk.lines).isEmpty();
        disk.turns.release(LogQueue.CAPACITY + 2);
        queue.stop();
        assertThat(disk.lines).hasSize(LogQueue.CAPACITY + 2).startsWith("first 1", "line 0", "line 1")
                .endsWith("line 255", more + " lines of the log were lost before this one:"
                        + " the disk or console did not take them");
    }

    @Test
    void aFullDiskIsToldWhenThereIsRoomAgain() {
        disk.turns.release(3);
        disk.full = true;
        log.info("a");
        log.info("b");
        log.info("c");
        while (queue.lost() < 3 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        disk.full = false;
        disk.turns.release(2);
        log.info("d");
        queue.stop();
        assertThat(disk.lines).containsExactlyInAnyOrder("d", "3 lines of the log were lost before this one:"
                + " the disk or console did not take them");
    }

    @Test
    void stoppingWaitsForWhatWasLoggedButNotForADiskThatHangs() {
        disk.turns.release(2);
        log.info("a");
        log.info("b");
        log.info("never");
        long start = System.nanoTime();
        queue.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(disk.lines).containsExactly("a", "b");
    }
}
