// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification.Bound;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.domain.alarm.Alarm;

/**
 * Says what has become of alarms between one image and the next: one notification of ours each, and those of RFC 1628 for
 * what comes into its table and goes. Used by one thread.
 */
final class AlarmNews {

    /** What becomes of alarms; numbers of our notifications. */
    enum Change {
        RAISED(1, "", "An alarm was raised."),
        ACKNOWLEDGED(2, "Acknowledged: ", "Somebody said that he knows of an alarm."),
        RETURNED(3, "", "What an alarm is about has gone; the alarm stands until somebody knows of it or resets it."),
        CLEARED(4, "No alarm any more: ", "An alarm does not stand any more: it is normal again, or was hidden.");

        private final int number;
        private final String before;
        private final String words;

        Change(int number, String before, String words) {
            this.number = number;
            this.before = before;
            this.words = words;
        }

        int number() {
            return number;
        }

        /** Returns what it says, for people. */
        String words() {
            return words;
        }
    }

    private static final int ENTRY_ADDED = 3;
    private static final int ENTRY_REMOVED = 4;
    private static final int ENTERPRISE_SPECIFIC = 6;

    /** What our notifications tell of an alarm, in their order: numbers of columns. */
    static final int[] TOLD = {1, 2, 3, 4, 5, 6, 9, 11, 12, 13, 14, 15, 18};
    private static final int STATE = 6;
    private static final int TEXT = 15;
    private static final int[] TOLD_OF_ENTRY = {1, 2};

    private final SiteFacts facts;
    private final long startedAtMillis;
    private final MibGroup own = OwnAlarms.alarms();
    private final MibGroup ups = UpsView.alarms();
    private Map<String, Alarm> last;
    private List<Alarm> lastAlarms;
    private SiteWords words;

    AlarmNews(SiteFacts facts, long startedAtMillis) {
        this.facts = facts;
        this.startedAtMillis = startedAtMillis;
    }

    /** Returns what has to be told after an image. */
    List<Notification> of(NorthboundImage image) {
        if (image.number() == 0 || image.alarms().equals(lastAlarms)) {
            return List.of();
        }
        lastAlarms = image.alarms();
        Map<String, Alarm> now = new LinkedHashMap<>();
        image.alarms().forEach(alarm -> now.put(alarm.point().id(), alarm));
        words = SiteWords.of(facts.site(), words);
        Map<String, Alarm> before = last == null ? knownBefore(now) : last;
        List<Notification> news = new ArrayList<>();
        for (Alarm old : before.values()) {
            gone(news, image, old, now.get(old.point().id()));
        }
        for (Alarm alarm : now.values()) {
            come(news, image, before.get(alarm.point().id()), alarm);
        }
        last = now;
        return news;
    }

    /** Of those that stand at the first look, somebody has been told already of what was raised before the start. */
    private Map<String, Alarm> knownBefore(Map<String, Alarm> now) {
        Map<String, Alarm> known = new LinkedHashMap<>(now);
        known.values().removeIf(alarm -> alarm.raisedAtMillis() >= startedAtMillis);
        return known;
    }

    private void gone(List<Notification> news, NorthboundImage image, Alarm old, Alarm now) {
        if (Moment.pertains(old) && (now == null || now.sequence() != old.sequence() || !Moment.pertains(now))) {
            news.add(entry(image, ENTRY_REMOVED, old));
        }
        if (now == null) {
            news.add(own(image, Change.CLEARED, old));
        }
    }

    private void come(List<Notification> news, NorthboundImage image, Alarm old, Alarm now) {
        boolean raised = old == null || old.sequence() != now.sequence();
        if (Moment.pertains(now) && (raised || !Moment.pertains(old))) {
            news.add(entry(image, ENTRY_ADDED, now));
        }
        if (raised || now.state().active() && !old.state().active()) {
            news.add(own(image, Change.RAISED, now));
        }
        boolean waited = raised || old.state().wantsAcknowledgement();
        if (waited && !now.state().wantsAcknowledgement()) {
            news.add(own(image, Change.ACKNOWLEDGED, now));
        }
        if ((raised || old.state().active()) && !now.state().active()) {
            news.add(own(image, Change.RETURNED, now));
        }
    }

    private Notification entry(NorthboundImage image, int number, Alarm alarm) {
        return new Notification(Notification.Kind.UPS, Arcs.UPS_TRAPS.then(number), Arcs.UPS_TRAPS, ENTERPRISE_SPECIFIC,
                number, bound(moment(image, alarm), ups, TOLD_OF_ENTRY, null));
    }

    private Notification own(NorthboundImage image, Change change, Alarm alarm) {
        return new Notification(Notification.Kind.OWN, Arcs.NOTIFICATIONS.then(change.number), Arcs.OWN, ENTERPRISE_SPECIFIC,
                change.number, bound(moment(image, alarm), own, TOLD, change));
    }

    private Moment moment(NorthboundImage image, Alarm alarm) {
        return new Moment(image, List.of(alarm), words, facts, 0);
    }

    private static List<Bound> bound(Moment moment, MibGroup group, int[] told, Change change) {
        Alarm alarm = moment.alarms().get(0);
        List<Bound> variables = new ArrayList<>();
        for (int id : told) {
            Oid name = group.parent().then(id, Moment.sequence(alarm));
            Values value = new Values(new Names(List.of(name)));
            if (change == Change.CLEARED && id == STATE) {
                value.integer(0);
            } else if (change != null && id == TEXT) {
                value.octets(Texts.utf8(change.before + moment.words().sentence().of(alarm)));
            } else {
                group.object(id).teller().tell(value, moment, 0);
            }
            variables.add(new Bound(name, value.variables()));
        }
        return variables;
    }
}
