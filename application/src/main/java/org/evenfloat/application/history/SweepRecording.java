// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * What becomes of a decided image: always into the ring, into the store when the policy wants it. Images come on one
 * thread, events on any; nothing waits.
 */
public final class SweepRecording {

    /** Enough to say which lines had events; while no image comes, more would only pile up. */
    private static final int MOST_NEW_EVENTS = 1_000;

    private final RecordingPolicy policy;
    private final MemoryRing ring;
    private final HistoryRecorder recorder;
    private final List<Event> newEvents = new ArrayList<>();

    public SweepRecording(RecordingPolicy policy, MemoryRing ring, HistoryRecorder recorder) {
        this.policy = policy;
        this.ring = ring;
        this.recorder = recorder;
    }

    /** Takes an event: into the store at once, and the sweeps around it are kept from the next image on. */
    public void happened(Event event) {
        synchronized (newEvents) {
            if (newEvents.size() < MOST_NEW_EVENTS) {
                newEvents.add(event);
            }
        }
        recorder.offerEvents(List.of(event));
    }

    /**
     * Takes an image.
     *
     * @param states code of the string state per module row; copied when kept
     */
    public void decided(LineRoster roster, SweepImage image, byte[] states) {
        ring.add(image);
        synchronized (newEvents) {
            policy.note(newEvents, image.sampledMonotonicMillis());
            newEvents.clear();
        }
        if (policy.keep(image, states)) {
            recorder.offerSweep(roster, image, states.clone());
        }
    }
}
