// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.infrastructure.time.Mailbox;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that decides. */
public final class ConductorThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(ConductorThread.class);

    /** Images that may wait; each line has at most a few under way. */
    private static final int MAILBOX_CAPACITY = 256;

    /** When no image comes for so long, what does not come out of a sweep is looked at all the same. */
    private static final long QUIET_MILLIS = 10_000;

    private final Conductor conductor;
    private final EventSink events;
    private final Mailbox<SweepImage> mailbox;
    private final Timekeeper time;
    private final Pulse pulse;

    public ConductorThread(Conductor conductor, EventSink events, Timekeeper time) {
        super("conductor");
        this.conductor = conductor;
        this.events = events;
        this.time = time;
        this.pulse = new Pulse(time.pauses());
        this.mailbox = time.mailbox("conductor", MAILBOX_CAPACITY);
    }

    /** Takes an image; never waits. Returns whether there was room for it. */
    public boolean take(SweepImage image) {
        return mailbox.offer(image);
    }

    @Override
    void work() throws InterruptedException {
        try (mailbox) {
            while (!Thread.currentThread().isInterrupted()) {
                pulse.rests();
                SweepImage image = mailbox.take(time.monotonicClock().millis() + QUIET_MILLIS);
                pulse.works();
                if (image == null) {
                    conductor.tick(time.wallClock().millis(), time.monotonicClock().millis());
                } else {
                    decide(image);
                }
            }
        }
    }

    @Override
    public boolean alive() {
        return pulse.beats() && runs();
    }

    /** Our own mistakes are told and survived: the next image is decided on as usual. */
    private void decide(SweepImage image) {
        try {
            conductor.decide(image);
        } catch (RuntimeException fault) {
            LOG.error("Line {}: internal fault while deciding on sweep {}", image.line(), image.sweep(), fault);
            events.happened(EventKind.INTERNAL_FAULT, image.line(),
                    "Internal fault while deciding on line " + image.line() + ": " + fault
                            + ". Please report it with the log.");
        }
    }
}
