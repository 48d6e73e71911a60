// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewModules;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;

/** A server without lines and history, for what does not ask for them. */
final class NothingBehind implements ReadHistory, ViewHealth, ViewModules {

    @Override
    public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) {
        int[][] none = new int[MeasurementKind.count()][0];
        return new HistorySeries(new long[0], new long[0], none, none, none, none);
    }

    @Override
    public HistoryRanges ranges(RangeQuestion question) {
        return HistoryRanges.empty();
    }

    @Override
    public List<Event> events(long fromMillis, long toMillis, int limit) {
        return List.of();
    }

    @Override
    public Health health() {
        return new Health("bench", 0, 0, 1, List.of(), new Health.HistoryHealth(true, "", 0, 0));
    }

    @Override
    public Optional<List<LineDevice>> modules(String line) {
        return Optional.empty();
    }
}
