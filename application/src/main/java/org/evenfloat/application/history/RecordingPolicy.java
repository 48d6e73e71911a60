// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Site;

/**
 * Decides which sweeps are kept in the history: the first of a line, one every float interval, each one while a
 * string on the line discharges, and each one for a time after an event of the line. Looks at the monotonic clock
 * only, so that a wall clock that jumps changes nothing. For one thread.
 */
public final class RecordingPolicy {

    /** Time between kept sweeps in float: 72 a day, what the BACS data sheet counts its storage time with. */
    public static final long FLOAT_INTERVAL_MILLIS = 20 * 60_000;

    /** How long every sweep is kept after an event. */
    public static final long AFTER_EVENT_MILLIS = 10 * 60_000;

    private final SubjectLines subjects;
    private final long floatIntervalMillis;
    private final long everySweepAfterEventMillis;
    private final Map<String, Long> dueMillisByLine = new HashMap<>();
    private final Map<String, Long> lastEventMillisByLine = new HashMap<>();

    /**
     * @param site what the subjects of events belong to
     * @param floatIntervalMillis time between two kept sweeps while nothing happens, 1 or more
     * @param everySweepAfterEventMillis how long every sweep is kept after an event of the line, 0 or more
     */
    public RecordingPolicy(Site site, long floatIntervalMillis, long everySweepAfterEventMillis) {
        this.subjects = new SubjectLines(site);
        this.floatIntervalMillis = floatIntervalMillis;
        this.everySweepAfterEventMillis = everySweepAfterEventMillis;
    }

    /** Notes that these events have just happened; those of the server itself concern no line. */
    public void note(List<Event> events, long monotonicMillis) {
        for (Event event : events) {
            subjects.of(event.subject()).forEach(line -> lastEventMillisByLine.put(line, monotonicMillis));
        }
    }

    /**
     * Returns whether that sweep is to be kept.
     *
     * @param states code of the string state per module row ({@code StringState.ordinal()})
     */
    public boolean keep(SweepImage image, byte[] states) {
        long now = image.sampledMonotonicMillis();
        boolean due = due(image.line(), now);
        return due || discharging(states) || shortlyAfterEvent(image.line(), now);
    }

    /** Keeps to a grid, so that sweeps that come late do not make the intervals longer. */
    private boolean due(String line, long now) {
        Long due = dueMillisByLine.get(line);
        if (due != null && now < due) {
            return false;
        }
        boolean onGrid = due != null && now - due < floatIntervalMillis;
        dueMillisByLine.put(line, (onGrid ? due : now) + floatIntervalMillis);
        return true;
    }

    private static boolean discharging(byte[] states) {
        for (byte state : states) {
            if (state == StringState.DISCHARGE.ordinal()) {
                return true;
            }
        }
        return false;
    }

    private boolean shortlyAfterEvent(String line, long now) {
        Long event = lastEventMillisByLine.get(line);
        return event != null && now - event <= everySweepAfterEventMillis;
    }
}
