// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Remembers the last thing that went wrong with a protocol. Safe for several threads. */
public final class LastTrouble {

    private volatile Wrong last = new Wrong("", 0);

    private record Wrong(String text, long atNanos) {}

    /**
     * Takes the place of what went wrong before.
     *
     * @param text a sentence
     * @param nowNanos the time, of a clock that never jumps
     */
    public void happened(String text, long nowNanos) {
        last = new Wrong(text, nowNanos);
    }

    /** Returns it for people; empty for nothing. */
    public String text() {
        return last.text();
    }

    /**
     * Returns it with how long ago it was.
     *
     * @param nowNanos the time, of the same clock
     */
    public Optional<ProtocolStatus.Trouble> told(long nowNanos) {
        Wrong wrong = last;
        return wrong.text().isEmpty() ? Optional.empty() : Optional.of(new ProtocolStatus.Trouble(
                wrong.text(), TimeUnit.NANOSECONDS.toMillis(nowNanos - wrong.atNanos())));
    }
}
