// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.application.port.out.GuardNote;

/**
 * Carries what the guard's thread has to tell to whoever may wait for a disk. The guard never waits for room. For one
 * thread that tells and one that takes.
 */
public final class GuardNotes {

    private final BlockingQueue<Handed> queue;
    private final AtomicLong lost = new AtomicLong();
    private long lostSince;
    private long missing;

    /** A note, and how many between it and the one before found no room. */
    private record Handed(GuardNote note, long lostBefore) {}

    /** @param capacity most notes that wait; what comes when it is full is lost, and counted */
    public GuardNotes(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /** Takes a note; never waits. */
    public void tell(GuardNote note) {
        if (queue.offer(new Handed(note, lostSince))) {
            lostSince = 0;
        } else {
            lostSince++;
            lost.incrementAndGet();
        }
    }

    /** Returns the next note, waiting at most so long for one; null when there is none. */
    public GuardNote next(long waitMillis) throws InterruptedException {
        Handed handed = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        missing = handed == null ? 0 : handed.lostBefore;
        return handed == null ? null : handed.note;
    }

    /** Returns how many are missing between the note that was returned last and the one before it. */
    public long missing() {
        return missing;
    }

    /** Returns how many were lost since the start. */
    public long lost() {
        return lost.get();
    }
}
