// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmLevel;
import org.evenfloat.domain.alarm.AlarmScope;

/** Fills in the standing alarms one by one, and what kinds of them are active on what. */
final class AlarmPoints {

    private AlarmPoints() {}

    static void put(PointSheet sheet, ViewAlarms.Standing standing) {
        sheet.add(PointColumn.SITE_WARNINGS, 0, 0);
        sheet.add(PointColumn.SITE_ALARM_KINDS, 0, 0);
        List<Alarm> alarms = standing.standing();
        for (int i = 0; i < Math.min(PointTable.MOST_ALARMS, alarms.size()); i++) {
            row(sheet, i, alarms.get(i));
        }
        for (Alarm alarm : alarms) {
            if (alarm.state().active()) {
                kinds(sheet, alarm);
            }
        }
    }

    private static void row(PointSheet sheet, int row, Alarm alarm) {
        sheet.put(PointColumn.ALARM_SEQUENCE, row, (int) alarm.sequence());
        sheet.put(PointColumn.ALARM_CODE, row, AlarmCodes.code(alarm.point().definition()));
        sheet.put(PointColumn.ALARM_STATE, row, AlarmCodes.state(alarm.state()));
        sheet.put(PointColumn.ALARM_LEVEL, row, AlarmCodes.level(alarm.point().definition().level()));
        sheet.put(PointColumn.ALARM_PRIORITY, row, alarm.point().definition().priority().number());
        sheet.put(PointColumn.ALARM_SUBJECT, row, AlarmCodes.subject(alarm.point().definition().signal().scope()));
        sheet.put(PointColumn.ALARM_ROW, row, sheet.table().row(alarm) + 1);
        sheet.put(PointColumn.ALARM_VALUE, row, alarm.value());
        sheet.put(PointColumn.ALARM_LIMIT, row, alarm.limit());
        sheet.time(PointColumn.ALARM_RAISED, row, alarm.raisedAtMillis());
    }

    private static void kinds(PointSheet sheet, Alarm alarm) {
        int bit = AlarmKinds.bit(alarm.point().definition().signal());
        boolean severe = alarm.point().definition().level() == AlarmLevel.ALARM;
        sheet.add(severe ? PointColumn.SITE_ALARM_KINDS : PointColumn.SITE_WARNINGS, 0, bit);
        for (String string : alarm.strings()) {
            sheet.add(severe ? PointColumn.STRING_ALARM_KINDS : PointColumn.STRING_WARNINGS,
                    sheet.table().row(PointSubject.STRING, string), bit);
        }
        if (alarm.point().definition().signal().scope() == AlarmScope.BLOCK) {
            sheet.add(severe ? PointColumn.BLOCK_ALARM_KINDS : PointColumn.BLOCK_WARNINGS, sheet.table().row(alarm), bit);
        }
    }
}
