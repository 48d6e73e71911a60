// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.HashMap;
import java.util.Map;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.domain.alarm.AlarmSignal;

/** A monitor that is well until a test says otherwise, and knows what a test tells it. */
final class QuietMonitor implements MonitorHealth, SweepAlarms.Beyond {

    final Map<String, Integer> rises = new HashMap<>();
    boolean failing;
    long backlog;
    int diskFree = 500;
    boolean known = true;

    @Override
    public boolean historyFailing() {
        return failing;
    }

    @Override
    public long historyBacklog() {
        return backlog;
    }

    @Override
    public int diskFreePermille() {
        return diskFree;
    }

    @Override
    public boolean guardStalled() {
        return false;
    }

    @Override
    public boolean protectionNotKept() {
        return false;
    }

    @Override
    public int risePermille(String block) {
        Integer rise = rises.get(block);
        return rise == null ? AlarmSignal.UNKNOWN : rise; // allocates nothing
    }

    @Override
    public void measured(String block, long wallMillis, int microohms, int centidegrees) {}

    @Override
    public boolean known(String block) {
        return known;
    }
}
