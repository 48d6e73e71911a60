// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenfloat.application.alarm.BackTest.Raise;

/** Counts raises and keeps the first ones, each with its end. */
final class RaiseList implements PastCondition.Raises {

    private static final int NONE = -1;

    private final List<String> subjects;
    private final List<Raise> first = new ArrayList<>();
    private final int[] open;
    private int total;

    RaiseList(List<String> subjects) {
        this.subjects = subjects;
        this.open = new int[subjects.size()];
        Arrays.fill(open, NONE);
    }

    @Override
    public void raised(int point, int value, long atMillis) {
        total++;
        if (first.size() < BackTest.MOST_RAISES) {
            open[point] = first.size();
            first.add(new Raise(subjects.get(point), atMillis, value, 0));
        }
    }

    @Override
    public void returned(int point, long atMillis) {
        if (open[point] != NONE) {
            Raise raise = first.get(open[point]);
            first.set(open[point], new Raise(raise.subject(), raise.atMillis(), raise.value(), atMillis));
            open[point] = NONE;
        }
    }

    int total() {
        return total;
    }

    List<Raise> first() {
        return first;
    }
}
