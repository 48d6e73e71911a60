// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ByteInboxTest {

    private final ByteInbox inbox = new ByteInbox();
    private final byte[] target = new byte[4];

    private static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void handsBytesOverInOrder() throws Exception {
        inbox.put(new byte[] {1, 2, 3, 4, 5, 6}, 6);
        assertThat(inbox.take(target, in(0))).isEqualTo(4);
        assertThat(target).containsExactly(1, 2, 3, 4);
        assertThat(inbox.take(target, in(0))).isEqualTo(2);
        assertThat(target).startsWith(5, 6);
    }

    @Test
    void returnsNothingAtTheDeadlineAndNotBefore() throws Exception {
        long deadline = in(20);
        assertThat(inbox.take(target, deadline)).isZero();
        assertThat(System.nanoTime() - deadline).isBetween(0L, TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void waitsAfterAStallOnlyOnce() throws Exception {
        long started = System.nanoTime();
        assertThat(inbox.take(target, in(-100))).isZero();
        assertThat(System.nanoTime() - started).isBetween(
                TimeUnit.MILLISECONDS.toNanos(20), TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void wakesTheReaderAtOnce() throws Exception {
        Thread putting = new Thread(() -> inbox.put(new byte[] {9}, 1));
        long started = System.nanoTime();
        putting.start();
        assertThat(inbox.take(target, in(10_000))).isEqualTo(1);
        assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(5));
        putting.join();
    }

    @Test
    void dropsTheOldestWhenFull() throws Exception {
        byte[] many = new byte[ByteInbox.CAPACITY];
        inbox.put(many, many.length);
        inbox.put(new byte[] {7}, 1);
        int total = 0;
        byte last = 0;
        for (int count = inbox.take(target, in(0)); count > 0; count = inbox.take(target, in(0))) {
            total += count;
            last = target[count - 1];
        }
        assertThat(total).isEqualTo(ByteInbox.CAPACITY);
        assertThat(last).isEqualTo((byte) 7);
    }

    @Test
    void givesWhatIsLeftBeforeTheFailure() throws Exception {
        inbox.put(new byte[] {1}, 1);
        inbox.fail(new IOException("gone"));
        inbox.fail(new IOException("later"));
        assertThat(inbox.take(target, in(10_000))).isEqualTo(1);
        assertThatThrownBy(() -> inbox.take(target, in(10_000))).isInstanceOf(IOException.class).hasMessage("gone");
    }
}
