// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.Arrays;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;

/** How close together the values of a history are, in numbers and in words. */
final class Gaps {

    private long[] gaps = new long[1_024];
    private int count;
    private int points;
    private long lastMillis;
    private boolean summarised;

    /** Takes a point of the history, in order. */
    void add(long fromMillis, long toMillis) {
        if (points++ > 0) {
            if (count == gaps.length) {
                gaps = Arrays.copyOf(gaps, 2 * count);
            }
            gaps[count++] = fromMillis - lastMillis;
        }
        lastMillis = fromMillis;
        summarised |= toMillis > fromMillis;
    }

    /** Returns the median time from one point to the next, ms; 0 when there are less than two. */
    long typicalMillis() {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(gaps, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /**
     * @param blind whether states of the string would matter and are not known
     * @param discharge whether only discharges are looked at
     */
    String sentence(boolean blind, boolean discharge) {
        String states = !blind ? "" : discharge
                ? " No event tells when the string was discharged: nothing is looked at."
                : " States of the string are not looked at: no event tells them. An alarm that says nothing in some states"
                        + " may be counted too often.";
        if (points == 0) {
            return "The history has no value of that time." + states;
        }
        long typical = rounded(typicalMillis());
        String every = count == 0 ? "The history has values at one instant of that time."
                : "The history has values every " + QuantityText.format(typical, Dimension.TIME) + " most of the time"
                        + (summarised ? ", where they are closer together the lowest and the highest of several, which count"
                                + " for all of their time" : "")
                        + "; what came and went between two of them is not seen.";
        return every + states;
    }

    private static long rounded(long millis) {
        return millis < 10_000 ? millis : millis < 120_000 ? (millis + 500) / 1_000 * 1_000
                : (millis + 30_000) / 60_000 * 60_000;
    }
}
