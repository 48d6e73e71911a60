// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.evenfloat.application.history.SweepRecording;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.threads.HistoryThread;

/** Carries the conductor's decisions to the lines, the recording and the memory; nothing waits. */
public final class ConductorEffects implements Conductor.Effects {

    private final AtomicReference<Lines> lines = new AtomicReference<>();
    private final SweepRecording recording;
    private final HistoryThread history;
    private final SiteMemory memory;
    private final InstantSource wallClock;

    public ConductorEffects(
            SweepRecording recording, HistoryThread history, SiteMemory memory, InstantSource wallClock) {
        this.recording = recording;
        this.history = history;
        this.memory = memory;
        this.wallClock = wallClock;
    }

    /** Connects the lines, which themselves need the conductor. */
    void connect(Lines target) {
        lines.set(target);
    }

    @Override
    public void orderIsReady(int line) {
        lines.get().get(line).thread().orderIsReady();
    }

    @Override
    public void allowResistances(int line, boolean allowed) {
        lines.get().get(line).care().allowResistances(allowed);
    }

    @Override
    public void decided(LineRoster roster, SweepImage image, byte[] states) {
        recording.decided(roster, image, states);
    }

    @Override
    public void keep(String stringId, double[] z) {
        long atMillis = wallClock.millis();
        history.write(() -> memory.saveEqualizer(stringId, atMillis, z));
    }
}
