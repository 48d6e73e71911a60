// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether what guards the battery gets on, and passes that on to the supervisor. When a part hangs
 * for {@value #PATIENCE_LOOKS} s or its thread has died the process is ended, so that it is started anew. It counts its
 * own looks and no clock: a machine that slept is no server that hangs.
 */
public final class Watchdog extends ServerThread {

    /** What a process ends with when it ended itself. */
    public static final int EXIT_CODE = 6;

    /** So many looks in a row without a sign of life are too many. */
    static final int PATIENCE_LOOKS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long LOOK_MILLIS = 1_000;

    private final List<? extends SignOfLife> parts;
    private final Supervisor supervisor;
    private final Runnable halt;
    private final long lookMillis;
    private final int[] silentLooks;

    /**
     * @param parts what must be alive
     * @param supervisor is told
     * @param halt ends the process at once; nothing else can be relied on
     */
    public Watchdog(List<? extends SignOfLife> parts, Supervisor supervisor, Runnable halt) {
        this(parts, supervisor, halt, LOOK_MILLIS);
    }

    Watchdog(List<? extends SignOfLife> parts, Supervisor supervisor, Runnable halt, long lookMillis) {
        super("watchdog");
        this.parts = List.copyOf(parts);
        this.supervisor = supervisor;
        this.halt = halt;
        this.lookMillis = lookMillis;
        this.silentLooks = new int[parts.size()];
    }

    @Override
    void work() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            do {
                look();
            } while (!never.await(lookMillis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            supervisor.stopping(); // a server that ends in order is no server that hangs
            throw end;
        }
    }

    private void look() {
        for (int i = 0; i < silentLooks.length; i++) {
            silentLooks[i] = parts.get(i).alive() ? 0 : silentLooks[i] + 1;
            if (silentLooks[i] >= PATIENCE_LOOKS) {
                giveUp(parts.get(i).name());
                return;
            }
        }
        supervisor.alive();
    }

    private void giveUp(String part) {
        try {
            LOG.error("{} has not got on for {} s, so nothing guards the battery: this process ends, and whoever"
                    + " supervises it starts it anew. Please report it with the log.", part, PATIENCE_LOOKS);
        } finally {
            halt.run();
        }
    }
}
