// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.function.LongSupplier;
import org.evenfloat.application.port.in.LineWorkReport.CheckedDevice;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;

/** Counts what comes of test patterns sent to one device. */
public final class EchoTally {

    private static final int NANOS_PER_MICRO = 1_000;

    private final int address;
    private final String subject;
    private int sent;
    private int lost;
    private int corrupt;
    private long leastNanos = Long.MAX_VALUE;
    private long mostNanos;
    private long sumNanos;

    /** @param subject id of the block or sensor; may be null */
    public EchoTally(int address, String subject) {
        this.address = address;
        this.subject = subject;
    }

    /**
     * Sends one pattern and waits for it.
     *
     * @param nanoTime a clock of real time
     */
    public void echo(ModuleBus bus, LongSupplier nanoTime) throws LineFailure {
        long lostBefore = bus.counters(address).lost();
        long corruptBefore = bus.counters(address).corrupt();
        long start = nanoTime.getAsLong();
        boolean good = bus.echo(address);
        long nanos = nanoTime.getAsLong() - start;
        sent++;
        if (good) {
            leastNanos = Math.min(leastNanos, nanos);
            mostNanos = Math.max(mostNanos, nanos);
            sumNanos += nanos;
        } else if (bus.counters(address).corrupt() > corruptBefore || bus.counters(address).lost() == lostBefore) {
            corrupt++;
        } else {
            lost++;
        }
    }

    /** Returns the counts so far. */
    public CheckedDevice counts() {
        int good = sent - lost - corrupt;
        return new CheckedDevice(
                address, subject, sent, lost, corrupt, good == 0 ? 0 : leastNanos / NANOS_PER_MICRO,
                good == 0 ? 0 : sumNanos / good / NANOS_PER_MICRO, mostNanos / NANOS_PER_MICRO);
    }
}
