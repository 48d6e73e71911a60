// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often alarms are raised: which chatter, and whether there is a flood. Bounded; guarded by its desk. */
final class RaiseRate {

    /** So many raises of one alarm in a minute say nothing any more. */
    static final int CHATTERING_RAISES = 3;
    static final long CHATTERING_MILLIS = 60_000;

    /** More than so many raises in ten minutes are more than a person can take in (ISA-18.2). */
    static final int FLOOD_RAISES = 10;
    static final long FLOOD_MILLIS = 600_000;

    private static final int MOST_REMEMBERED = 4_096;

    private final Map<String, long[]> ofAlarm = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private final long[] last = new long[FLOOD_RAISES + 1];
    private int next;
    private long count;

    void raised(String id, long atMillis) {
        long[] times = ofAlarm.computeIfAbsent(id, any -> new long[CHATTERING_RAISES]);
        System.arraycopy(times, 1, times, 0, times.length - 1);
        times[times.length - 1] = atMillis;
        last[next] = atMillis;
        next = (next + 1) % last.length;
        count++;
    }

    boolean chattering(String id, long nowMillis) {
        long[] times = ofAlarm.get(id);
        return times != null && times[0] > 0
                && times[times.length - 1] - times[0] <= CHATTERING_MILLIS
                && nowMillis - times[times.length - 1] <= FLOOD_MILLIS;
    }

    boolean flood(long nowMillis) {
        return count >= last.length && nowMillis - last[next] <= FLOOD_MILLIS;
    }
}
