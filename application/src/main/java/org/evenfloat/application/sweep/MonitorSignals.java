// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import org.evenfloat.application.alarm.AlarmRows;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.measure.SweepImage;

/** What alarms look at of the monitor itself. One thread; allocates nothing. */
final class MonitorSignals implements AlarmRows.Columns {

    private final MonitorHealth health;
    private final int[] failing = new int[1];
    private final int[] backlog = new int[1];
    private final int[] diskFree = new int[1];
    private final int[] clockJump = new int[1];
    private boolean started;
    private long offsetMillis;

    MonitorSignals(MonitorHealth health) {
        this.health = health;
    }

    void take(SweepImage image) {
        failing[0] = health.historyFailing() ? 1 : 0;
        backlog[0] = (int) Math.min(Integer.MAX_VALUE, health.historyBacklog());
        diskFree[0] = health.diskFreePermille() < 0 ? AlarmSignal.UNKNOWN : health.diskFreePermille();
        long offset = image.sampledAtMillis() - image.sampledMonotonicMillis();
        clockJump[0] = started ? (int) Math.min(Integer.MAX_VALUE, Math.abs(offset - offsetMillis)) : 0;
        started = true;
        offsetMillis = offset;
    }

    @Override
    public int[] of(AlarmSignal signal) {
        return switch (signal) {
            case HISTORY_FAILING -> failing;
            case HISTORY_BACKLOG -> backlog;
            case DISK_FREE -> diskFree;
            case CLOCK_JUMP -> clockJump;
            default -> throw new IllegalArgumentException(signal + ": is not about the monitor");
        };
    }
}
