// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.event.StateSentence;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.state.StringState;

/** The states of a string over a time that has gone by, as its events tell them. For one thread, time going forward. */
final class PastStates {

    /** Most events that are read at once. */
    static final int PAGE = 5_000;

    /** Most pages that are read; whoever has more events than that gets no states. */
    static final int MOST_PAGES = 40;

    private final List<StateSentence> changes;
    private int next;

    private PastStates(List<StateSentence> changes) {
        this.changes = changes;
    }

    /**
     * Reads the states of a string.
     *
     * @return empty when no event tells in which state it was
     */
    static Optional<PastStates> read(ReadHistory history, String string, long fromMillis, long toMillis)
            throws HistoryFailure {
        List<StateSentence> changes = new ArrayList<>();
        long to = toMillis;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Event> events = history.events(0, to, PAGE);
            long oldest = events.isEmpty() ? 0 : events.get(events.size() - 1).atMillis();
            boolean full = events.size() == PAGE;
            for (Event event : events) {
                boolean again = full && event.atMillis() == oldest && oldest < to; // comes again with the next page
                Optional<StateSentence> change = again ? Optional.empty() : StateSentence.of(event, string);
                change.ifPresent(changes::add);
                if (change.isPresent() && event.atMillis() <= fromMillis) {
                    return Optional.of(forward(changes));
                }
            }
            if (!full) {
                return changes.isEmpty() ? Optional.empty() : Optional.of(forward(changes));
            }
            to = oldest < to ? oldest : oldest - 1;
        }
        return Optional.empty();
    }

    private static PastStates forward(List<StateSentence> newestFirst) {
        Collections.reverse(newestFirst);
        return new PastStates(List.copyOf(newestFirst));
    }

    /** Returns the state at an instant; not before the one asked for last. */
    StringState at(long millis) {
        while (next < changes.size() && changes.get(next).atMillis() <= millis) {
            next++;
        }
        return next == 0 ? changes.get(0).before() : changes.get(next - 1).after();
    }
}
