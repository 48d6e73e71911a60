// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.concurrent.atomic.AtomicLongArray;

/** How far each {@link Counter} is. Safe for several threads. */
final class Counters {

    private final AtomicLongArray counts = new AtomicLongArray(Counter.values().length);

    void count(Counter counter) {
        counts.incrementAndGet(counter.ordinal());
    }

    long of(Counter counter) {
        return counts.get(counter.ordinal());
    }
}
