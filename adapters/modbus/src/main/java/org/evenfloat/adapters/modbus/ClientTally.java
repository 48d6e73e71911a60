// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Counts what one client asks. Safe for several threads. */
final class ClientTally {

    private final String address;
    private final String who;
    private final String how;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile long askedNanos;

    ClientTally(String address, String who, String how) {
        this.address = address;
        this.who = who;
        this.how = how;
    }

    void answered(long some, long withException, long nowNanos) {
        refused.addAndGet(withException);
        askedNanos = nowNanos;
        requests.addAndGet(some);
    }

    void connected(int more) {
        connections.addAndGet(more);
    }

    int connections() {
        return connections.get();
    }

    /** Returns for how long it has not asked; the longest there is when it never has. */
    long silentNanos(long nowNanos) {
        return requests.get() == 0 ? Long.MAX_VALUE : nowNanos - askedNanos;
    }

    ProtocolStatus.Client told(long nowNanos) {
        long asked = requests.get();
        return new ProtocolStatus.Client(address, who, how, asked, refused.get(), connections.get(),
                asked == 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(nowNanos - askedNanos));
    }
}
