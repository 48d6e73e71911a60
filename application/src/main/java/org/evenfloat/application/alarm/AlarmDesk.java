// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenfloat.application.port.in.ViewAlarms.Standing;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;

/**
 * The alarms that stand: the one truth for every channel. The conductor raises and returns, people acknowledge and
 * hide; each change is one record in the outbox. Holds its lock only while it touches memory. Safe for several threads.
 */
public final class AlarmDesk {

    static final String SERVER = "server";

    private static final Comparator<Alarm> WORST_FIRST = Comparator
            .comparing((Alarm alarm) -> alarm.point().definition().priority())
            .thenComparing(alarm -> !alarm.state().wantsAcknowledgement())
            .thenComparing(alarm -> !alarm.state().active())
            .thenComparing(Comparator.comparingLong(Alarm::sequence).reversed());

    private final AlarmPlaces places;
    private final AlarmOutbox outbox;
    private final GeneralAlarm general;
    private final RaiseRate rate = new RaiseRate();
    private final Map<String, LiveAlarm> alarms = new LinkedHashMap<>();
    private final Map<List<String>, Integer> active = new HashMap<>();
    private long sequence;
    private long record;
    private long nextEndMillis = Long.MAX_VALUE;
    private volatile long version = 1;
    private long drivenVersion;
    private boolean driven;
    private boolean drivenUnacknowledged;
    private Standing shown;
    private boolean flood;
    private String failure = "";

    public AlarmDesk(AlarmPlaces places, AlarmOutbox outbox, GeneralAlarm general) {
        this.places = places;
        this.outbox = outbox;
        this.general = general;
    }

    /** Takes over what stood in an earlier run. Call before anything is raised. */
    public synchronized void restore(AlarmMemento memento, long nowMillis) {
        sequence = memento.lastSequence();
        record = memento.lastRecord();
        for (Alarm kept : memento.alarms()) {
            LiveAlarm alarm = LiveAlarm.of(kept);
            if (places.find(kept.point().id()).isPresent()) {
                alarms.put(kept.point().id(), alarm);
                count(alarm.strings, alarm.state.active() ? 1 : 0);
            } else if (alarm.state != AlarmState.NORMAL) {
                alarm.state = AlarmState.NORMAL;
                note(alarm, AlarmAction.RETURN, nowMillis, SERVER, "is no longer part of this site", 0);
            }
        }
        findNextEnd();
        version++;
    }

    /** Returns what has to be remembered. */
    public synchronized AlarmMemento memento(List<AlarmMemento.Pending> pending) {
        return new AlarmMemento(
                sequence, record, alarms.values().stream().map(alarm -> alarm.shown(false)).toList(), pending);
    }

    /** Returns whether there is anything that is not as it should be, or hidden. */
    synchronized boolean any() {
        return !alarms.isEmpty();
    }

    /** Returns whether the condition of a point counted when it was remembered; used once, by the watches at a start. */
    public synchronized boolean counted(AlarmPoint point) {
        LiveAlarm alarm = alarms.get(point.id());
        return alarm != null && alarm.state.active();
    }

    /** Returns whether a point is hidden for that reason. */
    public synchronized boolean hidden(AlarmPoint point, HideReason reason) {
        LiveAlarm alarm = alarms.get(point.id());
        return alarm != null && alarm.hidings.containsKey(reason);
    }

    /**
     * The condition of a point counts now, or no more.
     *
     * @param change {@link ConditionTimers#RAISED} or {@link ConditionTimers#RETURNED}
     */
    public synchronized void change(AlarmPoint point, int change, int value, int limit, long atMillis, String why) {
        LiveAlarm alarm = alarms.computeIfAbsent(point.id(), id -> new LiveAlarm(point, places.strings(point)));
        boolean raise = change == ConditionTimers.RAISED;
        if (raise) {
            alarm.value = value;
            alarm.limit = limit;
            alarm.sequence = ++sequence;
            alarm.firstOut = active.getOrDefault(alarm.strings, 0) == 0;
            alarm.raisedAtMillis = atMillis;
            alarm.raises++;
            rate.raised(point.id(), atMillis);
        }
        count(alarm.strings, raise ? 1 : -1);
        act(alarm, raise ? AlarmAction.RAISE : AlarmAction.RETURN, raise ? alarm.value : value, atMillis, SERVER, why, 0);
        if (raise && alarm.driving()) {
            general.raised();
        }
    }

    private void count(List<String> strings, int more) {
        if (more != 0) {
            active.merge(strings, more, Integer::sum);
        }
    }

    private boolean act(
            LiveAlarm alarm, AlarmAction action, int value, long atMillis, String who, String comment, long until) {
        Optional<AlarmState> next = alarm.after(action);
        if (next.isEmpty()) {
            tidy(alarm);
            return false;
        }
        alarm.become(next.get(), atMillis);
        outbox.add(new AlarmRecord(
                ++record, atMillis, alarm.point.definition().id(), alarm.point.subject(), action, alarm.state, value,
                alarm.limit, who, comment, until));
        tidy(alarm);
        version++;
        return true;
    }

    private void note(LiveAlarm alarm, AlarmAction action, long atMillis, String who, String comment, long until) {
        outbox.add(new AlarmRecord(
                ++record, atMillis, alarm.point.definition().id(), alarm.point.subject(), action, alarm.state, alarm.value,
                alarm.limit, who, comment, until));
        version++;
    }

    private void tidy(LiveAlarm alarm) {
        if (alarm.over()) {
            alarms.remove(alarm.point.id());
        }
    }

    /** Hides a point, for one more reason if it is hidden already; what hides it for the same reason is replaced. */
    public synchronized void hide(AlarmPoint point, HideReason reason, Hiding hiding) {
        LiveAlarm alarm = alarms.computeIfAbsent(point.id(), id -> new LiveAlarm(point, places.strings(point)));
        boolean first = alarm.hidings.isEmpty();
        alarm.hidings.put(reason, hiding);
        String why = reason + (hiding.why().isEmpty() ? "" : ": " + hiding.why());
        if (!first || !act(
                alarm, AlarmAction.HIDE, alarm.value, hiding.sinceMillis(), hiding.who(), why, hiding.untilMillis())) {
            note(alarm, AlarmAction.HIDE, hiding.sinceMillis(), hiding.who(), why, hiding.untilMillis());
        }
        findNextEnd();
    }

    /** Takes a reason to hide a point away; shows it again when that was the last one. */
    public synchronized void show(AlarmPoint point, HideReason reason, String who, String why, long atMillis) {
        LiveAlarm alarm = alarms.get(point.id());
        if (alarm != null && alarm.hidings.containsKey(reason)) {
            show(alarm, reason, who, why, atMillis);
            findNextEnd();
        }
    }

    private void show(LiveAlarm alarm, HideReason reason, String who, String why, long atMillis) {
        alarm.hidings.remove(reason);
        if (!alarm.hidings.isEmpty()
                || !act(alarm, AlarmAction.SHOW, alarm.value, atMillis, who, reason + " ended: " + why, 0)) {
            note(alarm, AlarmAction.SHOW, atMillis, who, reason + " ended: " + why, 0);
        }
        if (alarm.driving()) {
            general.raised();
        }
    }

    private void findNextEnd() {
        nextEndMillis = alarms.values().stream()
                .flatMap(alarm -> alarm.hidings.values().stream())
                .mapToLong(hiding -> hiding.untilMillis() == 0 ? Long.MAX_VALUE : hiding.untilMillis())
                .min().orElse(Long.MAX_VALUE);
    }

    /** Ends what is hidden until now, and lets the general alarm know the time. */
    public synchronized void tick(long nowMillis, long monotonicMillis) {
        if (nowMillis >= nextEndMillis) {
            for (LiveAlarm alarm : List.copyOf(alarms.values())) {
                for (HideReason reason : HideReason.values()) {
                    Hiding hiding = alarm.hidings.get(reason);
                    if (hiding != null && hiding.untilMillis() != 0 && nowMillis >= hiding.untilMillis()) {
                        show(alarm, reason, SERVER, "its time is over", nowMillis);
                    }
                }
            }
            findNextEnd();
        }
        boolean buzzed = general.buzzes();
        boolean drove = general.active();
        if (drivenVersion != version) {
            drivenVersion = version;
            driven = any(LiveAlarm::driving);
            drivenUnacknowledged = any(alarm -> alarm.driving() && alarm.state.wantsAcknowledgement());
        }
        general.look(driven, drivenUnacknowledged, monotonicMillis);
        if (buzzed != general.buzzes() || drove != general.active() || flood != rate.flood(nowMillis)) {
            flood = rate.flood(nowMillis);
            version++;
        }
    }

    private boolean any(Predicate<LiveAlarm> what) {
        for (LiveAlarm alarm : alarms.values()) {
            if (what.test(alarm)) {
                return true;
            }
        }
        return false;
    }

    /** Does something that people do to one alarm; false when that cannot happen to it now. */
    synchronized boolean act(AlarmPoint point, AlarmAction action, String who, String comment, long atMillis) {
        LiveAlarm alarm = alarms.get(point.id());
        if (alarm == null || alarm.after(action).isEmpty()) {
            return false;
        }
        if (action == AlarmAction.ACKNOWLEDGE) {
            alarm.acknowledgedBy = who;
            alarm.acknowledgedAtMillis = atMillis;
            alarm.comment = comment;
        }
        return act(alarm, action, alarm.value, atMillis, who, comment, 0);
    }

    /** Returns the state of a point. */
    synchronized AlarmState state(AlarmPoint point) {
        LiveAlarm alarm = alarms.get(point.id());
        return alarm == null ? AlarmState.NORMAL : alarm.state;
    }

    /** Silences the buzzer. */
    synchronized void mute(long monotonicMillis) {
        general.mute(monotonicMillis);
        version++;
    }

    /** Says why alarms cannot be kept; empty when they can. */
    public synchronized void failing(String why) {
        if (!failure.equals(why)) {
            failure = why;
            version++;
        }
    }

    /** Returns a number that grows with every change. */
    public long version() {
        return version;
    }

    /** Returns what stands. */
    public synchronized Standing standing(long nowMillis) {
        if (shown != null && shown.version() == version) {
            shown = shown.at(nowMillis);
            return shown;
        }
        List<Alarm> standing = new ArrayList<>();
        List<Alarm> hidden = new ArrayList<>();
        for (LiveAlarm alarm : alarms.values()) {
            Alarm one = alarm.shown(rate.chattering(alarm.point.id(), nowMillis));
            if (!one.hidings().isEmpty()) {
                hidden.add(one);
            } else if (one.state().standing()) {
                standing.add(one);
            }
        }
        standing.sort(WORST_FIRST);
        hidden.sort(Comparator.comparingLong(Alarm::changedAtMillis).reversed());
        shown = new Standing(
                version, nowMillis, List.copyOf(standing), List.copyOf(hidden), general.active(), general.buzzes(),
                general.muted(), rate.flood(nowMillis), failure);
        return shown;
    }

    /** Returns what a relay and a buzzer have to show. */
    public synchronized boolean[] contacts(long monotonicMillis) {
        return new boolean[] {general.relayHolds(monotonicMillis), general.buzzes()};
    }
}
