// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.evenfloat.domain.alarm.AlarmRecord;

/** Records on their way to the disk, bounded; the oldest make room. Never waits. Safe for several threads. */
public final class AlarmOutbox {

    /** A flood of a whole site, ten times over. */
    static final int MOST = 100_000;

    private final Deque<AlarmRecord> waiting = new ArrayDeque<>();
    private long lost;

    synchronized void add(AlarmRecord record) {
        if (waiting.size() == MOST) {
            waiting.removeFirst();
            lost++;
        }
        waiting.addLast(record);
    }

    /** Returns the oldest, which stay here until they are {@link #written}. */
    public synchronized List<AlarmRecord> oldest(int most) {
        List<AlarmRecord> taken = new ArrayList<>();
        for (AlarmRecord record : waiting) {
            if (taken.size() == most) {
                break;
            }
            taken.add(record);
        }
        return taken;
    }

    /** Forgets what has reached the disk. */
    public synchronized void written(List<AlarmRecord> records) {
        long last = records.isEmpty() ? 0 : records.get(records.size() - 1).number();
        while (!waiting.isEmpty() && waiting.peekFirst().number() <= last) {
            waiting.removeFirst();
        }
    }

    /** Returns how many wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Returns how many were given up since the start. */
    public synchronized long lost() {
        return lost;
    }
}
