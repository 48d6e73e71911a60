// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

/** A part of the server without which a battery is not guarded, as the {@link Watchdog} sees it. */
public interface SignOfLife {

    /** Returns what it is called, for the log. */
    String name();

    /**
     * Returns whether it has got on since this was asked last, or has nothing to do. Asked by one thread only; never
     * waits and makes no objects.
     */
    boolean alive();
}
