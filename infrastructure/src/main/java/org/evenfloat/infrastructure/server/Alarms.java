// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.time.InstantSource;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.application.sweep.SweepAlarms;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.infrastructure.threads.AlarmThread;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms over a restart: taken from the disk before the first sweep, and kept by their thread from then on. */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final AlarmStore store;
    private final AlarmDesk desk;
    private final SweepAlarms lookout;
    private final AlarmThread thread;
    private final ResistanceKeeping resistances;
    private final InstantSource wallClock;
    private final MonotonicClock monotonic;

    /** @param lookout looks at every sweep for alarms */
    public Alarms(
            AlarmStore store, AlarmDesk desk, SweepAlarms lookout, AlarmThread thread, ResistanceKeeping resistances,
            Timekeeper time) {
        this.store = store;
        this.desk = desk;
        this.lookout = lookout;
        this.thread = thread;
        this.resistances = resistances;
        this.wallClock = time.wallClock();
        this.monotonic = time.monotonicClock();
    }

    /** Takes over what stood. What cannot be read is said, and alarms begin anew: they are raised again by what is so. */
    void restore() {
        AlarmMemento memento = AlarmMemento.EMPTY;
        try {
            memento = store.load();
        } catch (AlarmStoreFailure failure) {
            LOG.warn("The alarms of the last run cannot be read and begin anew: {}", failure.getMessage());
            desk.failing(failure.getMessage());
        }
        long now = wallClock.millis();
        desk.restore(memento, now);
        lookout.restore(now - monotonic.millis(), memento.pending());
        resistances.restore();
    }

    void start() {
        thread.start();
    }

    /** Releases relay and buzzer, while the lines that they may hang on still run. */
    void release() {
        thread.release();
    }

    /** Ends the thread; what happened until now is written. */
    void close() {
        thread.close();
        resistances.finish();
    }
}
