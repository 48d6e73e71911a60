// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.Map;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;

/**
 * All limits that people have given.
 *
 * @param strings by {@code DEFINITION/STRING}
 * @param points by the id of the point
 */
public record LimitsGiven(Map<String, AlarmOverride> strings, Map<String, AlarmOverride> points) {

    public LimitsGiven {
        strings = Map.copyOf(strings);
        points = Map.copyOf(points);
    }

    /** Returns the limit that they make of a point; {@code whole} leaves out what is given for that point alone. */
    AlarmLimit of(AlarmPoint point, AlarmLimits limits, boolean whole) {
        AlarmLimit standard = limits.standard(point);
        AlarmLimit inherited = limits.string(point)
                .map(string -> strings.get(point.definition().id() + "/" + string.id()))
                .map(own -> own.over(standard)).orElse(standard);
        AlarmOverride own = whole ? null : points.get(point.id());
        return own == null ? inherited : own.over(inherited);
    }
}
