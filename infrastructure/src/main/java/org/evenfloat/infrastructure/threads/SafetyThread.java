// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.protection.GuardNotes;
import org.evenfloat.application.protection.ProtectionKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, tells and records what the guard hands over; the only thread of the protection that waits for a disk. */
public final class SafetyThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(SafetyThread.class);
    private static final long LOOK_MILLIS = 500;

    private final GuardNotes notes;
    private final ProtectionKeeper keeper;
    private volatile boolean ending;

    public SafetyThread(GuardNotes notes, ProtectionKeeper keeper) {
        super("safety");
        this.notes = notes;
        this.keeper = keeper;
    }

    @Override
    void work() throws InterruptedException {
        while (true) {
            GuardNote note = notes.next(LOOK_MILLIS);
            if (note != null) {
                take(note);
            } else if (ending) {
                return;
            }
        }
    }

    private void take(GuardNote note) {
        String before = keeper.problem();
        try {
            keeper.take(note);
        } catch (RuntimeException fault) {
            LOG.error("Internal fault while keeping what the guard has said", fault);
        }
        String now = keeper.problem();
        if (!now.equals(before)) {
            LOG.warn("{}", now.isEmpty() ? "What the guard decides is kept again." : now);
        }
    }

    /** What the guard has said until the end is still kept. */
    @Override
    void end() {
        ending = true;
    }
}
