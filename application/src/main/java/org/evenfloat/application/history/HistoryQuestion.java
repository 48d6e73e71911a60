// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.in.ReadHistory;

/** Checks what the history is asked for; all problems at once. */
public final class HistoryQuestion {

    private HistoryQuestion() {}

    /**
     * Checks a question for a series.
     *
     * @throws IllegalArgumentException naming every argument that is out of bounds
     */
    public static void series(String id, long fromMillis, long toMillis, int points) {
        List<String> problems = new ArrayList<>();
        if (id == null) {
            problems.add("id: nothing - the id of a block or sensor");
        }
        check(problems, fromMillis, toMillis, "points", points);
    }

    /**
     * Checks a question for events.
     *
     * @throws IllegalArgumentException naming every argument that is out of bounds
     */
    public static void events(long fromMillis, long toMillis, int limit) {
        check(new ArrayList<>(), fromMillis, toMillis, "limit", limit);
    }

    private static void check(List<String> problems, long fromMillis, long toMillis, String name, int count) {
        if (toMillis < fromMillis) {
            problems.add("toMillis: " + toMillis + " - not before fromMillis, " + fromMillis);
        }
        if (count < 1 || count > ReadHistory.MAX_POINTS) {
            problems.add(name + ": " + count + " - 1 to " + ReadHistory.MAX_POINTS);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
