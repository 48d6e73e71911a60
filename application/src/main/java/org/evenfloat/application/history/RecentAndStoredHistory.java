// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;

/**
 * One history out of two: from the earliest instant that the ring remembers on, the ring alone answers, before it
 * the store alone, so that no sample counts twice. A question that the ring can answer by itself works while the
 * store does not.
 */
public final class RecentAndStoredHistory implements ReadHistory {

    private final MemoryRing ring;
    private final HistoryStore store;

    public RecentAndStoredHistory(MemoryRing ring, HistoryStore store) {
        this.ring = ring;
        this.store = store;
    }

    @Override
    public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure {
        HistoryQuestion.series(blockId, fromMillis, toMillis, points);
        Optional<MemoryRing.Recent> recent = ring.recent(blockId);
        if (recent.isEmpty() || toMillis < recent.get().startMillis()) {
            return store.block(blockId, fromMillis, toMillis, points);
        }
        long startMillis = recent.get().startMillis();
        HistorySeries later = recent.get().series(Math.max(fromMillis, startMillis), toMillis, points);
        if (fromMillis >= startMillis) {
            return later;
        }
        HistorySeries earlier = store.block(blockId, fromMillis, startMillis - 1, points);
        return SeriesSummary.joined(earlier, later, points);
    }

    @Override
    public HistoryRanges ranges(RangeQuestion question) throws HistoryFailure {
        Optional<RecentRanges> recent = ring.recent(question);
        if (recent.isEmpty() || question.toMillis() < recent.get().startMillis()) {
            return store.ranges(question);
        }
        long startMillis = recent.get().startMillis();
        HistoryRanges later = recent.get().from(Math.max(question.fromMillis(), startMillis));
        if (question.fromMillis() >= startMillis) {
            return later;
        }
        HistoryRanges earlier = store.ranges(question.between(question.fromMillis(), startMillis - 1));
        return RangeSummary.joined(earlier, later, question.points());
    }

    @Override
    public List<Event> events(long fromMillis, long toMillis, int limit) throws HistoryFailure {
        HistoryQuestion.events(fromMillis, toMillis, limit);
        return store.events(fromMillis, toMillis, limit);
    }
}
