// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import org.evenfloat.application.event.EventSink;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/** Tells when a line or a module is lost and when it is back, once each. */
final class LineWatch {

    /** Sweeps without an answer before a module counts as lost: one lost frame is no news. */
    private static final int LOST_AFTER_SWEEPS = 3;

    private final LineRoster roster;
    private final EventSink events;
    private final int[] silentSweeps;
    private boolean down;

    LineWatch(LineRoster roster, EventSink events) {
        this.roster = roster;
        this.events = events;
        this.silentSweeps = new int[roster.moduleCount()];
    }

    void look(SweepImage image) {
        if (!image.lineUp()) {
            if (!down) {
                down = true;
                tell(EventKind.LINE_DOWN, roster.line(), "Line " + roster.line() + " is down: none of its "
                        + roster.moduleCount() + " modules is measured. Check its cable and converter.");
            }
            return;
        }
        if (down) {
            down = false;
            tell(EventKind.LINE_UP, roster.line(), "Line " + roster.line() + " is up again.");
        }
        for (int row = 0; row < silentSweeps.length; row++) {
            look(image, row);
        }
    }

    private void look(SweepImage image, int row) {
        boolean silent = image.quality(MeasurementKind.VOLTAGE, row) == Quality.MISSING;
        if (silent) {
            if (++silentSweeps[row] == LOST_AFTER_SWEEPS) {
                tell(EventKind.MODULE_LOST, roster.blockId(row), "Block " + roster.blockId(row)
                        + ": its battery module at address " + roster.line() + ":" + roster.moduleAddress(row)
                        + " has not answered for " + LOST_AFTER_SWEEPS
                        + " sweeps. Check its cable and fuse; the block is not measured and not equalized.");
            }
            return;
        }
        if (silentSweeps[row] >= LOST_AFTER_SWEEPS) {
            tell(EventKind.MODULE_BACK, roster.blockId(row),
                    "Block " + roster.blockId(row) + ": its battery module answers again.");
        }
        silentSweeps[row] = 0;
    }

    private void tell(EventKind kind, String subject, String text) {
        events.happened(kind, subject, text);
    }
}
