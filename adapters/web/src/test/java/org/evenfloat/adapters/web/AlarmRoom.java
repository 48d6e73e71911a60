// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedAlarms;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmHandling;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.topology.Site;

/** The real desk with alarms that a test raises; what is kept is kept in memory. */
final class AlarmRoom implements ViewAlarms {

    static final String LOW = "block-voltage-low-alarm/A1-1";
    static final String WEAK = "block-weak-alarm/A1-2";

    final List<AlarmQuestion> questions = new CopyOnWriteArrayList<>();
    final AlarmDesk desk;
    volatile AlarmStoreFailure failure;
    volatile boolean kept = true;
    volatile long nowMillis = Room.NOW;
    private final AlarmPlaces places;
    private final AlarmOutbox records = new AlarmOutbox();
    private final HandleAlarms handling;

    AlarmRoom(Site site) {
        places = new AlarmPlaces(site);
        desk = new AlarmDesk(places, records, new GeneralAlarm(0));
        handling = new AlarmHandling(places, desk, () -> Instant.ofEpochMilli(nowMillis), () -> nowMillis, () -> kept);
    }

    AlarmAccess access(Guard guard) {
        return new AlarmAccess(this, new GuardedAlarms(guard, places, handling));
    }

    AlarmAccess access() {
        return new AlarmAccess(this, handling);
    }

    AlarmNews news(ViewStrings strings) {
        return new AlarmNews(this, new AlarmSpeech(strings));
    }

    void raise(String id, int value, int limit) {
        change(id, ConditionTimers.RAISED, value, limit);
    }

    void gone(String id, int value, int limit) {
        change(id, ConditionTimers.RETURNED, value, limit);
    }

    private void change(String id, int change, int value, int limit) {
        AlarmPoint point = places.find(id).orElseThrow();
        desk.change(point, change, value, limit, nowMillis, "");
        desk.tick(nowMillis, nowMillis);
    }

    /** Lets a latching alarm wait for somebody to let it go. */
    void latched() {
        raise(WEAK, 213, 100);
        handling.acknowledge(Actor.server(), List.of(WEAK), "");
        gone(WEAK, 0, 100);
    }

    void shelved() {
        handling.shelve(Actor.server(), List.of(LOW), 60_000, "being replaced");
    }

    void outOfService() {
        handling.takeOutOfService(Actor.server(), List.of(LOW), "work order 4711");
    }

    /** Returns everything that somebody could have changed. */
    String state() {
        return desk.memento(List.of()) + " " + desk.standing(nowMillis).muted();
    }

    @Override
    public Standing standing() {
        return desk.standing(nowMillis);
    }

    @Override
    public long version() {
        return desk.version();
    }

    @Override
    public List<AlarmRecord> records(AlarmQuestion question) throws AlarmStoreFailure {
        questions.add(question);
        if (failure != null) {
            throw failure;
        }
        List<AlarmRecord> all = new ArrayList<>(records.oldest(Integer.MAX_VALUE));
        all.removeIf(record -> record.number() >= question.beforeNumber()
                || record.atMillis() < question.fromMillis() || record.atMillis() > question.toMillis()
                || !question.definitions().isEmpty() && !question.definitions().contains(record.definition())
                || !question.subjects().isEmpty() && !question.subjects().contains(record.subject()));
        all.sort(Comparator.comparingLong(AlarmRecord::number).reversed());
        return all.subList(0, Math.min(question.most(), all.size()));
    }
}
