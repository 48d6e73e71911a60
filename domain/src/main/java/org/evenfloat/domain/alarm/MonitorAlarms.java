// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.evenfloat.domain.alarm.AlarmSide.HIGH;
import static org.evenfloat.domain.alarm.AlarmSide.LOW;
import static org.evenfloat.domain.alarm.StandardLimit.From.NOTHING;

import java.util.ArrayList;
import java.util.List;

/** The rows of the alarm table that are about lines and the monitor itself. */
final class MonitorAlarms {

    private static final String OURS = "our choice";

    private MonitorAlarms() {}

    static List<AlarmDefinition> all() {
        List<AlarmDefinition> rows = new ArrayList<>();
        rows.add(new AlarmPair("line-down", AlarmSignal.LINE_DOWN, HIGH, new AlarmWords(
                "A line cannot be used",
                "Its cable, its converter, or the network before it.",
                "None of its blocks is measured, equalized or watched.",
                "Check cable, converter and their supply."))
                .only(AlarmLevel.ALARM, AlarmPriority.URGENT, limit(0)));
        rows.add(new AlarmPair("history-failing", AlarmSignal.HISTORY_FAILING, HIGH, new AlarmWords(
                "The history cannot be written",
                "The disk is full, read-only or failing.",
                "What happens now will be missing later.",
                "Free space, or replace the disk; the log says what is wrong."))
                .timed(0, 30_000, 30_000)
                .only(AlarmLevel.ALARM, AlarmPriority.HIGH, limit(0)));
        rows.add(new AlarmPair("history-backlog", AlarmSignal.HISTORY_BACKLOG, HIGH, new AlarmWords(
                "Much waits to be written to the history",
                "The disk is slow.",
                "When the queue is full, the oldest is given up.",
                "See what else uses the disk."))
                .timed(100, 60_000, 60_000)
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(1_000)));
        rows.addAll(new AlarmPair("disk-free", AlarmSignal.DISK_FREE, LOW, new AlarmWords(
                "The disk is nearly full",
                "The history has grown, or something else fills the disk.",
                "History, settings and audit can no longer be kept.",
                "Free space or lower the size of the history in the site file."))
                .timed(10, 60_000, 60_000)
                .at(limit(100), limit(30), AlarmPriority.HIGH));
        rows.add(new AlarmPair("clock-jump", AlarmSignal.CLOCK_JUMP, HIGH, new AlarmWords(
                "The wall clock jumped",
                "Somebody set it, or the time server was away for long.",
                "Times in the history overlap or have a gap; delays and limits are not affected.",
                "Check the time server."))
                .timed(0, 0, 60_000)
                .only(AlarmLevel.WARNING, AlarmPriority.LOW, limit(2_000)));
        return rows;
    }

    private static StandardLimit limit(int amount) {
        return new StandardLimit(NOTHING, amount, true, OURS);
    }
}
