// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Site;

/**
 * The limits in force: what the battery profile says, unless the string says otherwise, unless the block does. Changed
 * as a whole; whoever looks at values notices by the version. Safe for several threads.
 */
public final class AlarmLimits {

    private record InForce(long version, Map<String, AlarmOverride> strings, Map<String, AlarmOverride> points) {}

    private final Map<String, BatteryString> byString = new LinkedHashMap<>();
    private final Map<String, BatteryString> byBlock = new HashMap<>();
    private final Map<String, ProfileLimits> profiles = new HashMap<>();
    private volatile InForce inForce = new InForce(1, Map.of(), Map.of());

    public AlarmLimits(Site site) {
        Map<BlockType, ProfileLimits> byType = new HashMap<>();
        site.strings().forEach(string -> {
            byString.put(string.id(), string);
            profiles.put(string.id(), byType.computeIfAbsent(string.blockType(), ProfileLimits::new));
            string.blocks().forEach(block -> byBlock.put(block.id(), string));
        });
    }

    /** Returns a number that grows with every change. */
    public long version() {
        return inForce.version();
    }

    /**
     * Puts other limits into force.
     *
     * @param strings by {@code DEFINITION/STRING}: for a string and, in a row about blocks, for all its blocks
     * @param points by the id of the point: for one block, or for a line or the monitor itself
     */
    public synchronized void override(Map<String, AlarmOverride> strings, Map<String, AlarmOverride> points) {
        inForce = new InForce(inForce.version() + 1, Map.copyOf(strings), Map.copyOf(points));
    }

    /** Returns what the battery profile says, or the general limit where it says nothing. */
    public AlarmLimit standard(AlarmPoint point) {
        AlarmDefinition definition = point.definition();
        return profile(point).map(profile -> profile.of(definition)).orElseGet(() -> new AlarmLimit(
                definition.standard().on(), definition.standard().amount(), definition.timing().deadband(),
                definition.timing().onDelayMillis(), definition.timing().offDelayMillis()));
    }

    /** Returns where the standard limit comes from, for people: the profile's source, or that of the table. */
    public String standardSource(AlarmPoint point) {
        AlarmDefinition definition = point.definition();
        return profile(point).flatMap(profile -> profile.source(definition)).orElse(definition.standard().source());
    }

    private Optional<ProfileLimits> profile(AlarmPoint point) {
        return string(point).map(string -> profiles.get(string.id()));
    }

    /** Returns what the string says, or the profile where it says nothing. */
    public AlarmLimit ofString(AlarmPoint point) {
        return ofString(inForce, point);
    }

    private AlarmLimit ofString(InForce now, AlarmPoint point) {
        AlarmLimit standard = standard(point);
        return string(point)
                .map(string -> now.strings().get(point.definition().id() + "/" + string.id()))
                .map(own -> own.over(standard)).orElse(standard);
    }

    /** Returns what the string of a point gives itself; empty when it gives nothing. */
    public Optional<AlarmOverride> givenByString(AlarmPoint point) {
        InForce now = inForce;
        return string(point).map(string -> now.strings().get(point.definition().id() + "/" + string.id()));
    }

    /** Returns what is given for that point alone; empty when nothing is. */
    public Optional<AlarmOverride> given(AlarmPoint point) {
        return Optional.ofNullable(inForce.points().get(point.id()));
    }

    /** Returns the limit in force. */
    public AlarmLimit of(AlarmPoint point) {
        InForce now = inForce;
        AlarmLimit inherited = ofString(now, point);
        AlarmOverride own = now.points().get(point.id());
        return own == null ? inherited : own.over(inherited);
    }

    /**
     * Returns whether a row of the table has the same limit for all blocks of one type: nobody has given another to any
     * string, block, line or the monitor.
     */
    public boolean plain(AlarmDefinition definition) {
        InForce now = inForce;
        String prefix = definition.id() + "/";
        return now.strings().keySet().stream().noneMatch(key -> key.startsWith(prefix))
                && now.points().keySet().stream().noneMatch(key -> key.startsWith(prefix));
    }

    /** Returns the string that a point inherits from; empty for lines and the monitor. */
    public Optional<BatteryString> string(AlarmPoint point) {
        AlarmScope scope = point.definition().signal().scope();
        return scope == AlarmScope.BLOCK ? Optional.ofNullable(byBlock.get(point.subject()))
                : scope == AlarmScope.STRING ? Optional.ofNullable(byString.get(point.subject())) : Optional.empty();
    }

    /** Returns the strings of the site in order. */
    public List<BatteryString> strings() {
        return List.copyOf(byString.values());
    }
}
