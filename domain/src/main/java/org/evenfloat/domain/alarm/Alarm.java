// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.List;
import java.util.Map;

/**
 * An alarm as it stands.
 *
 * @param point what it is an alarm of
 * @param strings ids of the strings it belongs to; empty for the site as a whole
 * @param state where it is in its life
 * @param sequence grows with every raise on this server; tells which came first
 * @param firstOut whether nothing else of its strings was active when it was raised
 * @param raisedAtMillis when it was raised last, epoch ms; 0 when it never was
 * @param changedAtMillis when its state changed last, epoch ms
 * @param value what was seen when it was raised, in the unit of the signal
 * @param limit what it was beyond
 * @param raises how often it was raised since it left NORMAL
 * @param chattering whether it comes and goes so often that it says nothing
 * @param acknowledgedBy who said that he knows; empty when nobody has
 * @param acknowledgedAtMillis when, epoch ms; 0 when nobody has
 * @param comment what he said
 * @param hidings why it is hidden; empty when it is not
 */
public record Alarm(
        AlarmPoint point, List<String> strings, AlarmState state, long sequence, boolean firstOut, long raisedAtMillis,
        long changedAtMillis, int value, int limit, int raises, boolean chattering, String acknowledgedBy,
        long acknowledgedAtMillis, String comment, Map<HideReason, Hiding> hidings) {

    public Alarm {
        strings = List.copyOf(strings);
        hidings = Map.copyOf(hidings);
    }
}
