// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmRecord;

/** The alarms: those that stand, and what has become of all. Safe for several threads; only the history waits for a disk. */
public interface ViewAlarms {

    /**
     * What stands at one moment.
     *
     * @param version grows with every change: whoever has seen it has seen this
     * @param atMillis when, epoch ms
     * @param standing alarms that stand, the most urgent first, then those that wait for an acknowledgement, then the
     *     newest
     * @param hidden alarms that are hidden, the newest first
     * @param general whether the general alarm stands
     * @param buzzing whether the buzzer sounds
     * @param muted whether somebody silenced it
     * @param flood whether more than ten were raised in ten minutes
     * @param failure why alarms cannot be kept, for people; empty while they can
     */
    record Standing(
            long version, long atMillis, List<Alarm> standing, List<Alarm> hidden, boolean general, boolean buzzing,
            boolean muted, boolean flood, String failure) {

        /** Returns the same, looked at later while nothing has changed. */
        public Standing at(long laterMillis) {
            return new Standing(version, laterMillis, standing, hidden, general, buzzing, muted, flood, failure);
        }
    }

    /** Returns what stands now. */
    Standing standing();

    /** Returns a number that grows with every change of what stands. */
    long version();

    /** Returns what happened to alarms, the newest first. */
    List<AlarmRecord> records(AlarmQuestion question) throws AlarmStoreFailure;
}
