// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.domain.alarm.Alarm;

/** Fills in the site as a whole, and its lines. */
final class SitePoints {

    private SitePoints() {}

    static void put(PointSheet sheet, ViewAlarms.Standing standing, Health health, long nowMillis) {
        PointTable table = sheet.table();
        sheet.put(PointColumn.SITE_STRINGS, 0, table.rows(PointSubject.STRING));
        sheet.put(PointColumn.SITE_BLOCKS, 0, table.rows(PointSubject.BLOCK));
        sheet.put(PointColumn.SITE_LINES, 0, table.rows(PointSubject.LINE));
        sheet.put(PointColumn.SITE_RELAY_MODULES, 0, table.rows(PointSubject.RELAY_MODULE));
        sheet.put(PointColumn.SITE_BREAKERS, 0, table.rows(PointSubject.BREAKER));
        sheet.time(PointColumn.SITE_TIME, 0, nowMillis);
        alarms(sheet, standing);
        lines(sheet, health.lines());
        sheet.flag(PointColumn.SITE_HISTORY, 0, health.history().working());
    }

    private static void alarms(PointSheet sheet, ViewAlarms.Standing standing) {
        int unacknowledged = 0;
        int worst = 0;
        for (Alarm alarm : standing.standing()) {
            unacknowledged += alarm.state().wantsAcknowledgement() ? 1 : 0;
            int priority = alarm.point().definition().priority().number();
            worst = worst == 0 ? priority : Math.min(worst, priority);
        }
        sheet.put(PointColumn.SITE_ALARMS, 0, standing.standing().size());
        sheet.put(PointColumn.SITE_UNACKNOWLEDGED, 0, unacknowledged);
        sheet.put(PointColumn.SITE_HIDDEN, 0, standing.hidden().size());
        sheet.put(PointColumn.SITE_PRIORITY, 0, worst);
        sheet.flag(PointColumn.SITE_GENERAL_ALARM, 0, standing.general());
        sheet.put(PointColumn.SITE_BUZZER, 0, standing.buzzing() ? 1 : standing.muted() ? 2 : 0);
        sheet.flag(PointColumn.SITE_FLOOD, 0, standing.flood());
    }

    private static void lines(PointSheet sheet, List<Health.LineHealth> lines) {
        int down = 0;
        int missing = 0;
        for (Health.LineHealth line : lines) {
            int row = sheet.table().row(PointSubject.LINE, line.line());
            down += line.up() ? 0 : 1;
            missing += line.missing();
            sheet.flag(PointColumn.LINE_UP, row, line.up());
            sheet.put(PointColumn.LINE_MODULES, row, line.modules());
            sheet.put(PointColumn.LINE_MISSING, row, line.missing());
            sheet.put(PointColumn.LINE_SWEEPS, row, (int) line.sweeps());
            sheet.time(PointColumn.LINE_SWEPT, row, line.lastSweepAtMillis());
            sheet.put(PointColumn.LINE_MILLIS, row, (int) Math.min(Integer.MAX_VALUE, line.sweepMillis()));
        }
        sheet.put(PointColumn.SITE_LINES_DOWN, 0, down);
        sheet.put(PointColumn.SITE_MISSING, 0, missing);
    }
}
