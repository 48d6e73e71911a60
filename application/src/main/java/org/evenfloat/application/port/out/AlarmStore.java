// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmRecord;

/**
 * Keeps the alarms that stand and what has become of all alarms. What a method returned from survives the death of the
 * process, and of the machine where it says so. Bounded: the oldest records make room. Safe for one writing and several
 * reading threads.
 */
public interface AlarmStore {

    /** Largest number of records of one answer. */
    int MOST_RECORDS = 10_000;

    /** Returns what was kept last; empty when nothing was. */
    AlarmMemento load() throws AlarmStoreFailure;

    /** Keeps what stands in place of what was kept before; survives a loss of power. */
    void keep(AlarmMemento memento) throws AlarmStoreFailure;

    /** Appends records in order, whose numbers go on from the last one; all or none. */
    void append(List<AlarmRecord> records) throws AlarmStoreFailure;

    /**
     * Returns records, the newest first.
     *
     * @param question which
     */
    List<AlarmRecord> records(AlarmQuestion question) throws AlarmStoreFailure;
}
