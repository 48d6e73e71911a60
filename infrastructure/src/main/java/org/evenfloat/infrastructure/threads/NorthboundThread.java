// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.northbound.NorthboundImages;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.out.Northbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an image of the site after each decision, when an alarm changes, and once a second, and shows it to the protocols. A
 * decision that comes while an image is made is in the next one; nothing queues up.
 */
public final class NorthboundThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(NorthboundThread.class);
    private static final int LOOK_MILLIS = 200;
    private static final long AGAIN_NANOS = 1_000_000_000L;

    private final NorthboundImages images;
    private final ViewAlarms alarms;
    private final List<Northbound> protocols;
    private final Semaphore news = new Semaphore(0);

    /** @param protocols all that are shown the images */
    public NorthboundThread(NorthboundImages images, ViewAlarms alarms, List<Northbound> protocols) {
        super("northbound");
        this.images = images;
        this.alarms = alarms;
        this.protocols = List.copyOf(protocols);
    }

    /** Shows the first image before the thread starts, so that every client hears what is installed. */
    public void begin() {
        shown(false);
    }

    /** Says that there is something new; never waits. */
    public void wake() {
        news.release();
    }

    @Override
    void work() throws InterruptedException {
        long madeNanos = System.nanoTime() - AGAIN_NANOS;
        long version = -1;
        boolean failed = false;
        while (!Thread.currentThread().isInterrupted()) {
            boolean woken = news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            news.drainPermits();
            long now = alarms.version();
            if (!woken && now == version && System.nanoTime() - madeNanos < AGAIN_NANOS) {
                continue;
            }
            madeNanos = System.nanoTime();
            version = now;
            failed = !shown(failed);
        }
    }

    /** Returns whether it worked; a failure is said once. */
    private boolean shown(boolean failedBefore) {
        try {
            var image = images.make();
            protocols.forEach(protocol -> protocol.show(image));
            return true;
        } catch (RuntimeException bug) {
            if (!failedBefore) {
                LOG.error("The values for other protocols could not be made; the last ones stay", bug);
            }
            return false;
        }
    }
}
