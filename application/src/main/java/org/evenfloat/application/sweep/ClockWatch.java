// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import org.evenfloat.application.event.EventSink;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.SweepImage;

/** Notices when the wall clock jumps against the monotonic one; nothing but stamps depends on it. */
final class ClockWatch {

    /** A time server that slews stays below this from one sweep to the next. */
    private static final long JUMP_MILLIS = 2_000;

    private final EventSink events;
    private boolean started;
    private long offsetMillis;

    ClockWatch(EventSink events) {
        this.events = events;
    }

    void look(SweepImage image) {
        long offset = image.sampledAtMillis() - image.sampledMonotonicMillis();
        long jump = offset - offsetMillis;
        if (started && Math.abs(jump) > JUMP_MILLIS) {
            events.happened(EventKind.CLOCK_JUMPED, "", "The wall clock jumped by " + (jump > 0 ? "+" : "-")
                    + Math.abs(jump) / 1000 + " s. Delays and limits are not affected; check the time server.");
        }
        started = true;
        offsetMillis = offset;
    }
}
