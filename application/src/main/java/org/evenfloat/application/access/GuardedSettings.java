// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingProposal;
import org.evenfloat.domain.setting.SettingVersion;

/**
 * Settings, for those who may change them: who has the role on some strings only may change what belongs to those
 * strings only.
 */
public final class GuardedSettings implements ChangeSettings {

    /** Most changes that the audit names one by one. */
    private static final int MOST_NAMED = 100;

    private final Guard guard;
    private final ChangeSettings settings;

    public GuardedSettings(Guard guard, ChangeSettings settings) {
        this.guard = guard;
        this.settings = settings;
    }

    @Override
    public Present present() {
        return settings.present();
    }

    @Override
    public SettingProposal check(Actor who, Map<String, Optional<String>> wanted) {
        guard.require(who, Verb.CHANGE_SETTINGS, target(wanted.keySet()));
        return settings.check(who, wanted);
    }

    @Override
    public Answer apply(Actor who, long against, Map<String, Optional<String>> wanted, String why) {
        return perform(who, target(wanted.keySet()), wanted.size() + " settings: " + why,
                () -> settings.apply(who, against, wanted, why));
    }

    @Override
    public Answer rollBack(Actor who, long against, long to, String why) {
        requireSome(who);
        SettingVersion now = present().version();
        List<SettingChange> changes = List.of();
        try {
            changes = settings.version(to)
                    .map(old -> present().book().difference(now.values(), old.values())).orElse(List.of());
        } catch (SettingsFailure unknown) {
            // what it would change cannot be read: only who may change everything may try
        }
        return perform(who, target(changes, against, now), "back to version " + to + ": " + why,
                () -> settings.rollBack(who, against, to, why));
    }

    @Override
    public String text() {
        return settings.text();
    }

    /** Nothing of a file is looked at for somebody who may change no setting at all. */
    private void requireSome(Actor who) {
        Set<String> strings = who.grants().strings().entrySet().stream()
                .filter(own -> own.getValue().includes(Verb.CHANGE_SETTINGS.least()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        guard.require(who, Verb.CHANGE_SETTINGS, new Target("settings", "", strings));
    }

    @Override
    public TextCheck checkText(Actor who, String text) {
        requireSome(who);
        SettingVersion now = present().version();
        TextCheck check = settings.checkText(who, text);
        guard.require(who, Verb.CHANGE_SETTINGS, target(check.changes(), now.number(), now));
        return check;
    }

    @Override
    public Answer applyText(Actor who, long against, String text, String why) {
        requireSome(who);
        SettingVersion now = present().version();
        TextCheck check = settings.checkText(who, text);
        return perform(who, target(check.changes(), against, now), check.changes().size() + " settings of a file: " + why,
                () -> settings.applyText(who, against, text, why));
    }

    /** What was made against a version that is still to come could change more by then than what is known of it now. */
    private Target target(List<SettingChange> changes, long against, SettingVersion now) {
        return target(against > now.number() ? List.of() : changes.stream().map(SettingChange::key).toList());
    }

    /** What belongs to strings needs the role there; anything else, and what is unknown, needs it on the whole site. */
    private Target target(Collection<String> keys) {
        SettingBook book = present().book();
        Set<String> strings = new HashSet<>();
        boolean whole = keys.isEmpty();
        for (String key : keys) {
            Set<String> owners = book.find(key).map(SettingDefinition::strings).orElse(Set.of());
            whole |= owners.isEmpty();
            strings.addAll(owners);
        }
        return whole ? Target.of("settings", "")
                : new Target("settings", "of " + strings.stream().sorted().collect(Collectors.joining(", ")), strings);
    }

    private Answer perform(Actor who, Target target, String wanted, Supplier<Answer> action) {
        return guard.perform(who, Verb.CHANGE_SETTINGS, target, wanted, action, GuardedSettings::told);
    }

    private static Deed told(Answer answer) {
        if (answer.verdict() != Verdict.DONE) {
            return Deed.failed(answer.sentence() + " " + String.join("; ", answer.problems()));
        }
        SettingVersion version = answer.version();
        return Deed.changed(
                "version " + version.base() + values(answer.changes(), SettingChange::before),
                "version " + version.number() + " (" + version.why() + ")"
                        + values(answer.changes(), SettingChange::after));
    }

    private static String values(List<SettingChange> changes, Function<SettingChange, Optional<String>> value) {
        return changes.stream().limit(MOST_NAMED)
                .map(change -> "; " + change.key() + " = " + value.apply(change).orElse("default"))
                .collect(Collectors.joining())
                + (changes.size() > MOST_NAMED ? "; and " + (changes.size() - MOST_NAMED) + " more" : "");
    }

    @Override
    public List<SettingVersion> versions(long before, int most) throws SettingsFailure {
        return settings.versions(before, most);
    }

    @Override
    public Optional<SettingVersion> version(long number) throws SettingsFailure {
        return settings.version(number);
    }

    @Override
    public Optional<List<SettingChange>> difference(long number) throws SettingsFailure {
        return settings.difference(number);
    }
}
