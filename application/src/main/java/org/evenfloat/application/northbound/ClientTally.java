// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one client of a protocol asks. Safe for several threads. */
public final class ClientTally {

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

    /**
     * Counts requests that were answered.
     *
     * @param some so many
     * @param withError so many of them with an error
     * @param nowNanos the time
     */
    public void answered(long some, long withError, long nowNanos) {
        refused.addAndGet(withError);
        askedNanos = nowNanos;
        requests.addAndGet(some);
    }

    /** Counts a connection of it that was opened. */
    public void connected() {
        connections.incrementAndGet();
    }

    /** Counts a connection of it that is closed. */
    public void disconnected() {
        connections.decrementAndGet();
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
                asked == 0 ? -1 : Math.max(0, TimeUnit.NANOSECONDS.toMillis(nowNanos - askedNanos)));
    }
}
