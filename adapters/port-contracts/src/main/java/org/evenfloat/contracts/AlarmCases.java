// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;

/** Alarms and their records: made of a number, or drawn. */
final class AlarmCases {

    private static final List<String> TEXTS = List.of(
            "", "eva", "eva@company", "module is being replaced", "SHELVED: \"quoted\" \\ 'text'", "Batterieräume Süd",
            "電池", "🔋", "a\u2028b\u0000c\u001f\u007f", "line\nline\r\n", "}{][,:", "\ufeff", "é".repeat(500));
    private static final List<Long> TIMES = List.of(
            0L, 1L, -1L, 1_763_816_607_000L, 4_102_444_800_000L, Long.MAX_VALUE, Long.MIN_VALUE);

    private AlarmCases() {}

    static String definition(long number) {
        return AlarmTable.all().get((int) Math.floorMod(number, 10L)).id();
    }

    static String subject(long number) {
        return "A1-" + Math.floorMod(number * 7, 10L);
    }

    /** Returns the record of that number, an hour after the one before. */
    static AlarmRecord record(long number) {
        return record(number, 1_763_816_607_000L + number * 3_600_000);
    }

    static AlarmRecord record(long number, long atMillis) {
        AlarmAction[] actions = AlarmAction.values();
        AlarmState[] states = AlarmState.values();
        return new AlarmRecord(
                number, atMillis, definition(number), subject(number),
                actions[(int) Math.floorMod(number, (long) actions.length)],
                states[(int) Math.floorMod(number, (long) states.length)], (int) (13_000 + number), 13_300, "eva",
                "no. " + number, number * 1_000);
    }

    static AlarmRecord record(SeededCases.Draw draw, long number) {
        return new AlarmRecord(
                number, draw.pick(TIMES), draw.pick(AlarmTable.all()).id(), draw.pick(TEXTS),
                draw.pick(List.of(AlarmAction.values())), draw.pick(List.of(AlarmState.values())), draw.bits(),
                draw.bits(), draw.pick(TEXTS), draw.pick(TEXTS), draw.pick(TIMES));
    }

    static AlarmMemento memento(SeededCases.Draw draw) {
        List<Alarm> alarms = new ArrayList<>();
        for (int i = draw.between(0, 20); i > 0; i--) {
            alarms.add(alarm(draw));
        }
        List<AlarmMemento.Pending> pending = new ArrayList<>();
        for (int i = draw.between(0, 5); i > 0; i--) {
            pending.add(new AlarmMemento.Pending(
                    draw.pick(AlarmTable.all()).id() + "/" + draw.pick(TEXTS), draw.permille(500), draw.pick(TIMES)));
        }
        return new AlarmMemento(draw.between(0, 1_000_000), 1L << draw.between(0, 62), alarms, pending);
    }

    private static Alarm alarm(SeededCases.Draw draw) {
        Map<HideReason, Hiding> hidings = new EnumMap<>(HideReason.class);
        for (HideReason reason : HideReason.values()) {
            if (draw.permille(300)) {
                hidings.put(reason, new Hiding(draw.pick(TEXTS), draw.pick(TEXTS), draw.pick(TIMES), draw.pick(TIMES)));
            }
        }
        List<String> strings = new ArrayList<>();
        for (int i = draw.between(0, 3); i > 0; i--) {
            strings.add(draw.pick(TEXTS));
        }
        return new Alarm(
                new AlarmPoint(draw.pick(AlarmTable.all()), draw.pick(TEXTS)), strings,
                draw.pick(List.of(AlarmState.values())), draw.between(0, Integer.MAX_VALUE), draw.permille(500),
                draw.pick(TIMES), draw.pick(TIMES), draw.bits(), draw.bits(), draw.between(0, 99), draw.permille(500),
                draw.pick(TEXTS), draw.pick(TIMES), draw.pick(TEXTS), hidings);
    }
}
