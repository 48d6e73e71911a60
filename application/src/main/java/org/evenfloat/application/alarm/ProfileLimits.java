// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmTiming;
import org.evenfloat.domain.alarm.StandardLimit;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.setting.SettingProblem;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.ProfileFigure;

/** The limits of a type of block before anybody gives others: what its profile says, else the general ones. Immutable. */
public final class ProfileLimits {

    private final BlockType type;
    private final Map<String, AlarmOverride> given = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();

    /** @param type with a profile whose keys and values were checked */
    public ProfileLimits(BlockType type) {
        this.type = type;
        for (ProfileFigure figure : type.profile().alarms()) {
            ProfilePart part = ProfilePart.find(figure.key()).orElseThrow();
            AlarmDefinition row = part.row();
            AlarmOverride one = part.part().with(row, AlarmOverride.NONE, figure.value());
            AlarmOverride ofBlock = ProfilePart.perCell(row) ? one.times(type.cells()) : one;
            given.merge(row.id(), ofBlock, (old, more) -> more.orElse(old));
            sources.computeIfAbsent(row.id(), id -> new LinkedHashSet<>()).add(figure.source());
        }
    }

    /** Returns the limit of a row about blocks of this type or strings of them. */
    public AlarmLimit of(AlarmDefinition row) {
        StandardLimit standard = row.standard();
        AlarmTiming timing = row.timing();
        AlarmLimit general = new AlarmLimit(standard.on(), standard.of(type), standard.deadband(timing.deadband(), type),
                timing.onDelayMillis(), timing.offDelayMillis());
        return given.getOrDefault(row.id(), AlarmOverride.NONE).over(general);
    }

    /** Returns where the limit of a row comes from, for people; empty when the profile says nothing of it. */
    public Optional<String> source(AlarmDefinition row) {
        return Optional.ofNullable(sources.get(row.id()))
                .map(all -> "profile " + type.profile().name() + ": " + String.join("; ", all));
    }

    /** Returns every two limits of a profile that do not go together, with the keys of its figures. */
    public static List<SettingProblem> conflicts(BatteryProfile profile) {
        ProfileLimits ofCell = new ProfileLimits(new BlockType(profile, 1, new Charge(0)));
        return LimitConflicts.of(ofCell, ofCell.given.keySet());
    }
}
