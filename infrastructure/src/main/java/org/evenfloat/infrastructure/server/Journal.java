// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.history.SweepRecording;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Stamps events, writes them to the log and hands them to the recording. */
public final class Journal implements EventSink {

    private static final Logger LOG = LoggerFactory.getLogger("events");

    /** What somebody who reads only warnings has to see. */
    private static final Set<EventKind> TROUBLE = EnumSet.of(
            EventKind.INTERNAL_FAULT, EventKind.NOT_CORRECTABLE, EventKind.CHARGER_MIS_SET, EventKind.LINE_DOWN,
            EventKind.MODULE_LOST, EventKind.DUPLICATE_ADDRESS, EventKind.HISTORY_FAILING, EventKind.CLOCK_JUMPED,
            EventKind.EMERGENCY_ACCESS, EventKind.AUDIT_FAILING, EventKind.SETTINGS_DAMAGED, EventKind.RUNAWAY_STAGE);

    private final InstantSource wallClock;
    private final AtomicReference<SweepRecording> recording = new AtomicReference<>();
    private final AtomicReference<Event> clockJump = new AtomicReference<>();

    public Journal(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** Connects the recording; events before that are only logged. */
    public void recordTo(SweepRecording target) {
        recording.set(target);
    }

    @Override
    public void happened(EventKind kind, String subject, String text) {
        write(kind, text);
        Event event = new Event(wallClock.millis(), kind, subject, text);
        if (kind == EventKind.CLOCK_JUMPED) {
            clockJump.set(event);
        }
        SweepRecording target = recording.get();
        if (target != null) {
            target.happened(event);
        }
    }

    /** Returns the last jump of the wall clock since the start. */
    public Optional<Event> lastClockJump() {
        return Optional.ofNullable(clockJump.get());
    }

    /** Logs an event that the history itself has made and stored. */
    public void log(Event event) {
        write(event.kind(), event.text());
    }

    private static void write(EventKind kind, String text) {
        LOG.atLevel(TROUBLE.contains(kind) ? Level.WARN : Level.INFO).log("{} {}", kind, text);
    }
}
