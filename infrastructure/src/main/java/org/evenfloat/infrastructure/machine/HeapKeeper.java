// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the heap close to what is in use. The serial collector takes more and more memory for objects that lived a minute
 * too long, up to the limit of the heap, before it collects them for the first time: over weeks a server of 20 MB would
 * hold all the memory that it may. So it is asked to collect when the heap has grown, first after the start. That stops
 * everything for some ten milliseconds per 10 MB in use: a heap that takes long may grow to twice of what is in use, and
 * at most a thousandth of the time goes there. What counts is the work, not the wait for a processor that others use, or
 * a busy minute would let the heap grow for hours. Used by one thread.
 */
public final class HeapKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(HeapKeeper.class);
    private static final long LEAST_GROWTH = 2 << 20;
    private static final int GROWTH_SHARE = 8;
    private static final long LONG_NANOS = 250_000_000;
    private static final int SHARE_OF_TIME = 1_000;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final LongSupplier taken;
    private final LongSupplier nanos;
    private final LongSupplier worked;
    private final Runnable collect;
    private long mayTake;
    private long restUntil;

    /** Keeps the heap of this process. */
    public HeapKeeper() {
        this(() -> Runtime.getRuntime().totalMemory(), System::nanoTime, HeapKeeper::processorNanos, System::gc);
    }

    /**
     * @param taken how much the heap takes from the machine, bytes
     * @param nanos a clock that never jumps
     * @param worked how long processors have worked for this process, ns
     * @param collect frees what is not in use
     */
    HeapKeeper(LongSupplier taken, LongSupplier nanos, LongSupplier worked, Runnable collect) {
        this.taken = taken;
        this.nanos = nanos;
        this.worked = worked;
        this.collect = collect;
        this.restUntil = nanos.getAsLong();
    }

    /** Collects when the heap has grown by an eighth, at least 2 MB, since the last time. To be called now and then. */
    public void look() {
        long before = taken.getAsLong();
        long start = nanos.getAsLong();
        if (before < mayTake || start - restUntil < 0) {
            return;
        }
        long workedBefore = worked.getAsLong();
        collect.run();
        long took = worked.getAsLong() - workedBefore;
        long inUse = taken.getAsLong();
        mayTake = inUse + Math.max(LEAST_GROWTH, took > LONG_NANOS ? inUse : inUse / GROWTH_SHARE);
        restUntil = start + SHARE_OF_TIME * took;
        LOG.debug("The heap took {} kB, {} kB after {} ms of work", before >> 10, inUse >> 10, took / NANOS_A_MILLI);
    }

    /** Where the system does not say it, the time stands for it. */
    private static long processorNanos() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElseGet(System::nanoTime);
    }
}
