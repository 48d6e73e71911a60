// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.setting.SettingProposal;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;

/** Settings that answer what a test wants, and note what they were asked. */
final class SettingsOffice implements ChangeSettings {

    static final SettingBook BOOK = new SettingBook(
            List.of(
                    SettingDefinition.of("site", "", "name", "Name of the site", new SettingKind.Text(1, 100), "Nord",
                            Set.of()),
                    SettingDefinition.of("strings", "A1", "equalizing", "Equalizing of string A1",
                            new SettingKind.OnOff(), "on", Set.of("A1"))),
            Map.of("strings.A1.equalizing", 12));

    static final SettingVersion SEVENTH = new SettingVersion(
            7, 6, Room.NOW, "anna", "web 10.0.0.7", "moved", 1, new SettingValues(Map.of("site.name", "Süd")));

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Verdict verdict = Verdict.DONE;
    volatile SettingsFailure failure;

    @Override
    public Present present() {
        return new Present(BOOK, SEVENTH, List.of("strings.gone.name"));
    }

    @Override
    public SettingProposal check(Actor who, Map<String, Optional<String>> wanted) {
        asked.add(who.name() + " checks " + wanted);
        return BOOK.propose(SEVENTH.values(), wanted);
    }

    @Override
    public Answer apply(Actor who, long against, Map<String, Optional<String>> wanted, String why) {
        asked.add(who.name() + " applies " + wanted + " against " + against + ": " + why);
        return answer();
    }

    private Answer answer() {
        return new Answer(verdict, verdict == Verdict.DONE ? "" : "So it is.",
                verdict == Verdict.INVALID ? List.of("a: b - allowed: c") : List.of(),
                verdict == Verdict.DONE ? changes() : List.of(), SEVENTH);
    }

    private static List<SettingChange> changes() {
        return List.of(new SettingChange("site.name", Optional.empty(), Optional.of("Süd"), Optional.of("Nord")));
    }

    @Override
    public Answer rollBack(Actor who, long against, long to, String why) {
        asked.add(who.name() + " rolls back from " + against + " to " + to + ": " + why);
        return answer();
    }

    @Override
    public String text() {
        return "evenfloat-settings: 1\nsettings:\n  site.name: Süd\n";
    }

    @Override
    public TextCheck checkText(Actor who, String text) {
        asked.add(who.name() + " checks text " + text);
        return new TextCheck(changes(), verdict == Verdict.INVALID ? List.of("line 1: a - allowed: b") : List.of());
    }

    @Override
    public Answer applyText(Actor who, long against, String text, String why) {
        asked.add(who.name() + " applies text " + text + " against " + against + ": " + why);
        return answer();
    }

    @Override
    public List<SettingVersion> versions(long before, int most) throws SettingsFailure {
        asked.add("versions " + before + " " + most);
        if (failure != null) {
            throw failure;
        }
        return List.of(SEVENTH);
    }

    @Override
    public Optional<SettingVersion> version(long number) {
        return number == 7 ? Optional.of(SEVENTH) : Optional.empty();
    }

    @Override
    public Optional<List<SettingChange>> difference(long number) {
        return number == 7 ? Optional.of(changes()) : Optional.empty();
    }
}
