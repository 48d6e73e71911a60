// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The SNMP engine as others know it: its id, its number of starts, and how long it runs. Source: RFC 3414 section 2.2. */
final class Engine {

    /** Where the number of starts ends for good; then nothing with authentication is taken any more. */
    static final int MOST_BOOTS = Integer.MAX_VALUE;

    /** How far a message may be from now, s. */
    static final int WINDOW_SECONDS = 150;

    private static final int HUNDREDTHS_A_SECOND = 100;

    private final byte[] id;
    private final int boots;
    private final LongSupplier nanos;
    private final long startNanos;

    /** @param nanos a clock that is never set */
    Engine(byte[] id, int boots, LongSupplier nanos) {
        this.id = id.clone();
        this.boots = boots;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    /** Returns its id; not to be changed. */
    byte[] id() {
        return id;
    }

    int boots() {
        return boots;
    }

    /** Returns how long it runs, s. */
    int seconds() {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - startNanos);
    }

    /** Returns how long it runs, 0.01 s. */
    long upHundredths() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - startNanos) * HUNDREDTHS_A_SECOND
                / TimeUnit.SECONDS.toMillis(1);
    }

    /** Returns whether a message of then is neither old nor of another start. */
    boolean isNow(int messageBoots, int messageSeconds) {
        return boots != MOST_BOOTS && messageBoots == boots
                && Math.abs((long) messageSeconds - seconds()) <= WINDOW_SECONDS;
    }
}
