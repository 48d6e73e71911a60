// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmRecord;

/** Shows what stands, and what was: that which is still on its way to the disk first. */
public final class AlarmView implements ViewAlarms {

    private final AlarmDesk desk;
    private final AlarmOutbox outbox;
    private final AlarmStore store;
    private final InstantSource wallClock;

    public AlarmView(AlarmDesk desk, AlarmOutbox outbox, AlarmStore store, InstantSource wallClock) {
        this.desk = desk;
        this.outbox = outbox;
        this.store = store;
        this.wallClock = wallClock;
    }

    @Override
    public Standing standing() {
        return desk.standing(wallClock.millis());
    }

    @Override
    public long version() {
        return desk.version();
    }

    @Override
    public List<AlarmRecord> records(AlarmQuestion question) throws AlarmStoreFailure {
        List<AlarmRecord> found = new ArrayList<>(outbox.oldest(Integer.MAX_VALUE).stream()
                .filter(question::wants)
                .sorted(Comparator.comparingLong(AlarmRecord::number).reversed())
                .limit(question.most())
                .toList());
        if (found.size() < question.most()) {
            long before = found.isEmpty() ? question.beforeNumber() : found.get(found.size() - 1).number();
            found.addAll(store.records(question.rest(before, question.most() - found.size())));
        }
        return found;
    }
}
