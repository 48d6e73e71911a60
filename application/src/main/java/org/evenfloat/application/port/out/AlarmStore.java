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

    /**
     * Returns what was kept last; nothing when nothing was, or when it is damaged, which is told in the log and loses no
     * records. Numbers are never behind the records that are there, also when what was kept last is. What names a
     * definition that this version does not have is left out. Fails when it cannot be read.
     */
    AlarmMemento load() throws AlarmStoreFailure;

    /** Keeps what stands in place of what was kept before; survives a loss of power. */
    void keep(AlarmMemento memento) throws AlarmStoreFailure;

    /**
     * Appends records, whose numbers ascend and go on from the last one, with gaps where some were given up; all or none,
     * also when the process or the machine dies meanwhile. Survives a loss of power. After a failure the same records may
     * be appended again.
     */
    void append(List<AlarmRecord> records) throws AlarmStoreFailure;

    /**
     * Returns records, those with the highest numbers first; those of definitions that this version does not have are
     * left out.
     *
     * @param question which
     */
    List<AlarmRecord> records(AlarmQuestion question) throws AlarmStoreFailure;
}
