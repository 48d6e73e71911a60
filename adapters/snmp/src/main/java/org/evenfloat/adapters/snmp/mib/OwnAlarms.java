// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.List;
import java.util.function.ToIntFunction;
import org.evenfloat.application.alarm.AlarmAmounts;
import org.evenfloat.application.northbound.AlarmCodes;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.domain.alarm.Alarm;

/** Our own MIB about commands and about alarms that stand, every one of them. */
final class OwnAlarms {

    static final int COMMANDS = 8;
    static final int ACKNOWLEDGE_ALL = 1;
    static final int MUTE = 2;

    static final int ALARMS = 9;
    /** Number of the column by which an alarm is acknowledged. */
    static final int ACKNOWLEDGED = 21;

    private static final String OF = "evenfloatAlarm";
    private static final long MILLIS = 1_000;
    private static final Syntax STATE = Syntax.ofWords("normal", "active", "activeAcknowledged", "gone", "latched",
            "latchedAcknowledged");
    private static final Syntax LEVEL = Syntax.ofNumbered(List.of("warning(1)", "alarm(2)"));
    private static final Syntax PRIORITY = Syntax.ofNumbered(List.of("urgent(1)", "high(2)", "low(3)"));
    private static final Syntax SUBJECT = Syntax.ofWords("server", "block", "string", "line", "breaker");

    private OwnAlarms() {}

    static MibGroup commands() {
        return new MibGroup("evenfloatCommand", Arcs.OBJECTS.then(COMMANDS), PointSubject.SITE,
                "what may be asked for, by clients that the site file lets", List.of(
                new MibObject(ACKNOWLEDGE_ALL, "evenfloatCommandAcknowledgeAll", Syntax.ON_OFF, "", true,
                        "write 1: acknowledges every alarm that waits for it; reads 0", (to, moment, row) -> to.integer(0)),
                new MibObject(MUTE, "evenfloatCommandMute", Syntax.ON_OFF, "", true,
                        "write 1: silences the buzzer until there is something new; reads 1 while it is silenced",
                        (to, moment, row) -> to.integer(moment.image().value(PointColumn.SITE_BUZZER, 0) == 2 ? 1 : 0))));
    }

    static MibGroup alarms() {
        return new MibGroup(OF, Arcs.entry(ALARMS), PointSubject.ALARM,
                "an alarm that stands; its row comes when it is raised and goes when nobody has to know of it any more",
                List.of(
                new MibObject(1, OF + "Sequence", new Syntax(Syntax.Form.UNSIGNED, "Unsigned32 (1..4294967295)"), "", false,
                        PointColumn.ALARM_SEQUENCE.words(),
                        (to, moment, row) -> to.gauge(moment.alarms().get(row).sequence() & 0xFFFF_FFFFL)),
                text(2, "Id", "kind and subject, as everywhere else", (moment, alarm) -> alarm.point().id()),
                number(3, "Code", Syntax.CODE, "which alarm it is", alarm -> AlarmCodes.code(alarm.point().definition())),
                number(4, "Level", LEVEL, "how far off it is",
                        alarm -> AlarmCodes.level(alarm.point().definition().level())),
                number(5, "Priority", PRIORITY, "how soon somebody has to do something",
                        alarm -> alarm.point().definition().priority().number()),
                number(6, "State", STATE, "where it is in its life", alarm -> AlarmCodes.state(alarm.state())),
                number(7, "Subject", SUBJECT, "what sort of thing it is about",
                        alarm -> AlarmCodes.subject(alarm.point().definition().signal().scope())),
                MibObject.of(8, OF + "SubjectIndex", Syntax.UNSIGNED, PointColumn.ALARM_ROW.words(), (to, moment, row) ->
                        to.gauge(moment.image().table().row(moment.alarms().get(row)) + 1)),
                text(9, "SubjectId", "id of what it is about; server for the monitor itself",
                        (moment, alarm) -> alarm.point().subject()),
                text(10, "Strings", "ids of the strings it belongs to, with a comma between; empty for the whole site",
                        (moment, alarm) -> String.join(",", alarm.strings())),
                number(11, "Value", Syntax.INTEGER, PointColumn.ALARM_VALUE.words(), Alarm::value),
                number(12, "Limit", Syntax.INTEGER, PointColumn.ALARM_LIMIT.words(), Alarm::limit),
                text(13, "ValueText", "the value with its unit; empty for what only is so or not", (moment, alarm) ->
                        AlarmAmounts.value(alarm.point().definition(), alarm.value(), alarm.limit())),
                text(14, "LimitText", "the limit with its unit; empty where there is none",
                        (moment, alarm) -> AlarmAmounts.limit(alarm.point().definition(), alarm.limit())),
                text(15, "Text", "what is the matter, in one sentence",
                        (moment, alarm) -> moment.words().sentence().of(alarm)),
                text(16, "Response", "what to do", (moment, alarm) -> alarm.point().definition().words().response()),
                MibObject.of(17, OF + "RaisedSeconds", Syntax.UNSIGNED, PointColumn.ALARM_RAISED.words(),
                        (to, moment, row) -> to.gauge(moment.alarms().get(row).raisedAtMillis() / MILLIS)),
                MibObject.of(18, OF + "RaisedDate", Syntax.DATE, "when it was raised last", (to, moment, row) -> to.octets(
                        Texts.date(moment.alarms().get(row).raisedAtMillis(), moment.words().site().timeZone()))),
                MibObject.of(19, OF + "Raises", Syntax.GAUGE, "how often it was raised since it was normal",
                        (to, moment, row) -> to.gauge(moment.alarms().get(row).raises())),
                text(20, "AcknowledgedBy", "who said that he knows; empty when nobody has",
                        (moment, alarm) -> alarm.acknowledgedBy()),
                new MibObject(ACKNOWLEDGED, OF + "Acknowledge", Syntax.ON_OFF, "", true,
                        "1 when nobody has to acknowledge it any more; write 1 to acknowledge it", (to, moment, row) ->
                        to.integer(moment.alarms().get(row).state().wantsAcknowledgement() ? 0 : 1))));
    }

    /** What is said of an alarm. */
    @FunctionalInterface
    private interface Said {
        String of(Moment moment, Alarm alarm);
    }

    private static MibObject text(int id, String name, String words, Said said) {
        return MibObject.of(id, OF + name, Syntax.TEXT, words,
                (to, moment, row) -> to.octets(Texts.utf8(said.of(moment, moment.alarms().get(row)))));
    }

    private static MibObject number(int id, String name, Syntax syntax, String words, ToIntFunction<Alarm> number) {
        return MibObject.of(id, OF + name, syntax, words,
                (to, moment, row) -> syntax.tell(to, number.applyAsInt(moment.alarms().get(row))));
    }
}
