// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealTimekeeperTest {

    private final RealTimekeeper time = new RealTimekeeper();

    @Test
    void keepsMessagesInOrderUpToItsCapacity() throws Exception {
        Mailbox<String> mailbox = time.mailbox("small", 2);
        assertThat(mailbox.offer("a")).isTrue();
        assertThat(mailbox.offer("b")).isTrue();
        assertThat(mailbox.offer("c")).isFalse();
        assertThat(mailbox.take(Long.MAX_VALUE)).isEqualTo("a");
        assertThat(mailbox.take(Long.MIN_VALUE)).as("a message comes before an instant in the past").isEqualTo("b");
        assertThat(mailbox.poll()).isNull();
    }

    @Test
    void givesUpAtTheInstant() throws Exception {
        Mailbox<String> mailbox = time.mailbox("empty", 1);
        long until = time.monotonicClock().millis() + 30;
        assertThat(mailbox.take(until)).isNull();
        assertThat(time.monotonicClock().millis()).isGreaterThanOrEqualTo(until);
        assertThat(mailbox.take(0)).isNull();
    }

    @Test
    void wakesFromAMessageOfAnotherThread() throws Exception {
        Mailbox<String> mailbox = time.mailbox("line", 1);
        Thread other = new Thread(() -> mailbox.offer("hello"));
        other.start();
        assertThat(mailbox.take(Long.MAX_VALUE)).isEqualTo("hello");
        other.join();
    }
}
