// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.List;

/**
 * What has to be remembered of all alarms over a restart.
 *
 * @param lastSequence highest sequence given so far
 * @param lastRecord number of the last record
 * @param alarms all that are not NORMAL, or hidden; their points are those of this version's table
 * @param pending conditions on their way
 */
public record AlarmMemento(long lastSequence, long lastRecord, List<Alarm> alarms, List<Pending> pending) {

    /** Nothing has been yet. */
    public static final AlarmMemento EMPTY = new AlarmMemento(0, 0, List.of(), List.of());

    /**
     * A condition on its way: abnormal and not yet raised, or ordinary and not yet gone.
     *
     * @param id of its point
     * @param counts whether it counts meanwhile
     * @param sinceMillis since when, epoch ms
     */
    public record Pending(String id, boolean counts, long sinceMillis) {}

    public AlarmMemento {
        alarms = List.copyOf(alarms);
        pending = List.copyOf(pending);
    }
}
