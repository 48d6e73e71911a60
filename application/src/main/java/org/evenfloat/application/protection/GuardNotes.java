// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.application.port.out.GuardNote;

/** Carries what the guard's thread has to tell to whoever may wait for a disk. The guard never waits for room. */
public final class GuardNotes {

    private final BlockingQueue<GuardNote> queue;
    private final AtomicLong lost = new AtomicLong();

    /** @param capacity most notes that wait; what comes when it is full is lost, and counted */
    public GuardNotes(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /** Takes a note; never waits. */
    public void tell(GuardNote note) {
        if (!queue.offer(note)) {
            lost.incrementAndGet();
        }
    }

    /** Returns the next note, waiting at most so long for one; null when there is none. */
    public GuardNote next(long waitMillis) throws InterruptedException {
        return queue.poll(waitMillis, TimeUnit.MILLISECONDS);
    }

    /** Returns how many were lost since the start. */
    public long lost() {
        return lost.get();
    }
}
