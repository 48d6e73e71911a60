// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.evenfloat.application.port.out.MonotonicClock;

/**
 * Lets nobody guess: after some failures for a name or from an address the next attempt has to wait, each time twice
 * as long. An attempt counts as a failure from its beginning, so that many at once do not count as one. Bounded; what
 * was counted is forgotten by a restart. Safe for several threads.
 */
final class LockOut {

    /** Failures that a name may have before it waits. */
    static final int MOST_OF_NAME = 5;

    /** Failures that an address may have before it waits: behind one address there may be many people. */
    static final int MOST_OF_ADDRESS = 20;

    /** Failures are forgotten when none has followed for so long after the last wait. */
    static final long WINDOW_MILLIS = 15 * 60_000;

    static final long FIRST_WAIT_MILLIS = 1_000;
    static final long LONGEST_WAIT_MILLIS = 15 * 60_000;

    /** Most names, and most addresses, that are remembered; those not tried for the longest time are forgotten first. */
    static final int MOST_REMEMBERED = 4_096;

    private final MonotonicClock clock;
    private final Map<String, Count> names = bounded();
    private final Map<String, Count> addresses = bounded();

    private record Count(int failures, long atMillis, long untilMillis) {}

    LockOut(MonotonicClock clock) {
        this.clock = clock;
    }

    private static Map<String, Count> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }

    /**
     * What an attempt may do.
     *
     * @param waitMillis how long it has to wait; 0 when it may go on
     * @param lockedMillis how long the next one has to wait if this one fails; 0 when it need not
     */
    record Turn(long waitMillis, long lockedMillis) {

        boolean allowed() {
            return waitMillis == 0;
        }
    }

    /** Begins an attempt, which counts as a failure until it is taken back or has succeeded. */
    synchronized Turn begin(String name, String address) {
        long now = clock.millis();
        long wait = Math.max(waits(names.get(name), now), waits(addresses.get(address), now));
        if (wait > 0) {
            return new Turn(wait, 0);
        }
        long locked = Math.max(
                count(names, name, MOST_OF_NAME, now), count(addresses, address, MOST_OF_ADDRESS, now));
        return new Turn(0, locked);
    }

    private static long waits(Count count, long now) {
        return count == null ? 0 : Math.max(0, count.untilMillis() - now);
    }

    private static long count(Map<String, Count> counts, String key, int most, long now) {
        Count was = counts.get(key);
        boolean fresh = was == null || now - Math.max(was.atMillis(), was.untilMillis()) >= WINDOW_MILLIS;
        int failures = fresh ? 1 : was.failures() + 1;
        int doublings = failures - most;
        long wait = doublings < 0 ? 0
                : doublings > 20 ? LONGEST_WAIT_MILLIS : Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << doublings);
        counts.put(key, new Count(failures, now, now + wait));
        return wait;
    }

    /** Notes that an attempt was none: it takes its count back. */
    synchronized void takeBack(String name, String address) {
        oneLess(names, name);
        oneLess(addresses, address);
    }

    /** Notes that an attempt has succeeded: the name begins anew, the address has one failure less. */
    synchronized void succeeded(String name, String address) {
        names.remove(name);
        oneLess(addresses, address);
    }

    private static void oneLess(Map<String, Count> counts, String key) {
        Count was = counts.get(key);
        if (was != null && was.failures() <= 1) {
            counts.remove(key);
        } else if (was != null) {
            counts.put(key, new Count(was.failures() - 1, was.atMillis(), was.atMillis()));
        }
    }

    /** Returns how many names and addresses are remembered. */
    synchronized int remembered() {
        return names.size() + addresses.size();
    }
}
