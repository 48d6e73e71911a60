// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.ChangeSettings.Answer;
import org.evenfloat.application.port.in.ChangeSettings.Verdict;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

class SettingsDeskTest {

    private static final Actor ANNA = new Actor(Actor.Kind.PERSON, "anna", "web", Grants.of(Role.SERVICE));
    private static final List<String> KEYS = List.of(
            "site.name", "batteries.B.name", "strings.S1.name", "strings.S1.equalizing", "strings.S2.name",
            "strings.S2.equalizing", "blocks.S1-1.label", "blocks.S2-2.label", "lines.L1.resistance-period");

    private final SettingsInMemory kept = new SettingsInMemory();
    private final List<String> events = new ArrayList<>();
    private final Map<String, Boolean> equalized = new HashMap<>();
    private final Map<String, Long> periods = new HashMap<>();
    private Site published;
    private SettingsDesk desk = started(Map.of());

    private SettingsDesk started(Map<String, Integer> locked) {
        Site site = TestSite.site(List.of("L1"), string("S1", ModuleType.C20, at("L1", 1, 2)),
                string("S2", ModuleType.C20, at("L1", 3, 2)));
        SettingsDesk made = new SettingsDesk(
                List.of(
                        new SiteNames(site, renamed -> published = renamed),
                        new EqualizingSwitches(site, equalized::put,
                                (kind, subject, text) -> events.add(kind + " " + subject)),
                        new ResistancePeriods(site, Map.of("L1", 43_200_000L), periods::put)),
                locked, kept, kept, InstantSource.fixed(Instant.ofEpochMilli(5_000)),
                (kind, subject, text) -> events.add(kind + " " + text));
        try {
            made.load();
        } catch (SettingsFailure impossible) {
            throw new AssertionError(impossible);
        }
        return made;
    }

    private Answer apply(String... keysAndValues) {
        Map<String, Optional<String>> wanted = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            wanted.put(keysAndValues[i], Optional.ofNullable(keysAndValues[i + 1]));
        }
        return desk.apply(ANNA, desk.present().version().number(), wanted, "because");
    }

    private BatteryString seen(String id) {
        return published.string(id).orElseThrow();
    }

    @Test
    void startsWithWhatTheSiteFileSays() {
        assertThat(published.name()).isEqualTo("test");
        assertThat(equalized).containsExactlyInAnyOrderEntriesOf(Map.of("S1", true, "S2", true));
        assertThat(periods).containsEntry("L1", 43_200_000L);
        assertThat(events).isEmpty();
        assertThat(desk.present().version()).isEqualTo(SettingVersion.FIRST);
    }

    @Test
    void appliesAtOnceAndKeepsWhoAndWhy() {
        Answer answer = apply("site.name", "Nord", "batteries.B.name", "USV", "strings.S1.equalizing", "off",
                "blocks.S2-2.label", "Fach 7", "lines.L1.resistance-period", "off");
        assertThat(answer.verdict()).isEqualTo(Verdict.DONE);
        assertThat(published.name()).isEqualTo("Nord");
        assertThat(published.batteries().get(0).name()).isEqualTo("USV");
        assertThat(seen("S2").blocks().get(1).label()).isEqualTo("Fach 7");
        assertThat(seen("S1").equalizing()).isFalse();
        assertThat(equalized).containsEntry("S1", false).containsEntry("S2", true);
        assertThat(periods).containsEntry("L1", 0L);
        assertThat(events).containsExactly("SETTINGS_CHANGED anna changed 5 settings (batteries.B.name,"
                + " blocks.S2-2.label, lines.L1.resistance-period, site.name, strings.S1.equalizing): because. Version 1"
                + " is in force.", EventKind.EQUALIZING_SWITCHED + " S1");
        assertThat(kept.kept.get(1L)).extracting(SettingVersion::who, SettingVersion::why, SettingVersion::atMillis,
                SettingVersion::changes, SettingVersion::base).containsExactly("anna", "because", 5_000L, 5, 0L);
    }

    @Test
    void refusesABadChangeWholeWithAllProblems() {
        apply("site.name", "Nord");
        Answer answer = desk.apply(ANNA, 1, Map.of(
                "site.name", Optional.of("Süd"), "strings.S1.equalizing", Optional.of("maybe"),
                "strings.S9.name", Optional.of("x")), " ");
        assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(answer.problems()).hasSize(3);
        assertThat(answer.problems()).anySatisfy(problem -> assertThat(problem).startsWith("why: nothing - allowed"));
        assertThat(published.name()).isEqualTo("Nord");
        assertThat(kept.kept).hasSize(1);
        assertThat(apply("site.name", "Nord").problems()).singleElement().asString().startsWith("changes: nothing");
    }

    @Test
    void refusesWhatWasMadeAgainstAnotherVersion() {
        apply("site.name", "Nord");
        Answer answer = desk.apply(ANNA, 0, Map.of("site.name", Optional.of("Süd")), "because");
        assertThat(answer.verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(answer.sentence()).contains("version 1 by anna (because)");
        assertThat(published.name()).isEqualTo("Nord");
    }

    @Test
    void changesNothingThatCannotBeKept() {
        kept.full = true;
        Answer answer = apply("site.name", "Nord");
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_KEPT);
        assertThat(answer.sentence()).contains("the disk is full");
        assertThat(published.name()).isEqualTo("test");
        assertThat(desk.present().version().number()).isZero();
    }

    @Test
    void comesBackAfterARestartWithoutEventsOfSwitches() {
        apply("site.name", "Nord", "strings.S2.equalizing", "off");
        events.clear();
        published = null;
        desk = started(Map.of());
        assertThat(published.name()).isEqualTo("Nord");
        assertThat(equalized).containsEntry("S2", false);
        assertThat(events).isEmpty();
    }

    @Test
    void leavesOutWhatDoesNotFitAndKeepsIt() throws Exception {
        kept.append(new SettingVersion(4, 3, 0, "anna", "web", "why", 1, new SettingValues(Map.of(
                "strings.gone.name", "x", "site.name", "Nord", "strings.S1.equalizing", "half"))));
        desk = started(Map.of("site.name", 2));
        assertThat(published.name()).isEqualTo("test");
        assertThat(equalized).containsEntry("S1", true);
        assertThat(desk.present().withoutEffect()).containsExactly(
                "site.name", "strings.S1.equalizing", "strings.gone.name");
        assertThat(events).singleElement().asString().startsWith("SETTINGS_LEFT_OUT 3 of the settings");
        apply("strings.S2.name", "unten");
        assertThat(kept.kept.get(5L).values().given()).containsKeys("strings.gone.name", "site.name", "strings.S2.name");
    }

    @Test
    void usesTheVersionBeforeADamagedOneAndCountsOn() {
        apply("site.name", "Nord");
        kept.damaged.add("000002.yaml: torn");
        kept.damagedLast = 2;
        desk = started(Map.of());
        assertThat(events).last().asString().startsWith("SETTINGS_DAMAGED").contains("torn", "version 1");
        assertThat(apply("site.name", "Süd").version().number()).isEqualTo(3);
        assertThat(kept.kept.get(3L).base()).isEqualTo(1);
    }

    @Test
    void takesATextWholeOrNotAtAll() {
        assertThat(desk.checkText(ANNA, "site.name=Nord\nnonsense\nstrings.S1.equalizing=x").problems()).containsExactly(
                "line 2: no value - allowed: key=value",
                "line 3, strings.S1.equalizing: \"x\" - allowed: on or off");
        assertThat(desk.applyText(ANNA, 0, "site.name=Nord\nx", "why").verdict()).isEqualTo(Verdict.INVALID);
        assertThat(desk.checkText(ANNA, "site.name=Nord").changes()).hasSize(1);
        assertThat(published.name()).isEqualTo("test");
        assertThat(desk.applyText(ANNA, 0, "site.name=Nord", "why").verdict()).isEqualTo(Verdict.DONE);
        assertThat(desk.text()).isEqualTo("site.name=Nord\n");
    }

    @Test
    void tellsWhatAVersionChanged() throws Exception {
        apply("site.name", "Nord");
        apply("site.name", "Süd", "strings.S1.name", "oben");
        assertThat(desk.difference(2).orElseThrow()).hasSize(2);
        assertThat(desk.difference(1).orElseThrow()).hasSize(1);
        assertThat(desk.difference(0)).isEmpty();
        assertThat(desk.difference(9)).isEmpty();
        assertThat(desk.rollBack(ANNA, 2, 9, "why").problems()).containsExactly(
                "to: 9 - allowed: 0, or the number of a version that is kept");
    }

    @Test
    void anySequenceGivesTheSameValuesAsASimpleMap() {
        for (int run = 0; run < 200; run++) {
            long seed = Long.getLong("seed", 20261125L + run);
            try {
                sequence(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("-Dseed=" + seed + ": " + e.getMessage(), e);
            }
            kept.kept.clear();
            desk = started(Map.of());
        }
    }

    private void sequence(Random random) {
        List<Map<String, String>> past = new ArrayList<>(List.of(Map.of()));
        Map<String, String> model = Map.of();
        for (int step = 0; step < 30; step++) {
            long against = desk.present().version().number();
            boolean bad = random.nextInt(6) == 0;
            Map<String, String> next;
            Answer answer;
            if (!bad && random.nextInt(5) == 0) {
                int to = random.nextInt(past.size());
                next = past.get(to);
                answer = desk.rollBack(ANNA, against, to, "back");
            } else {
                Map<String, Optional<String>> wanted = drawn(random);
                next = changed(model, wanted);
                if (bad) {
                    wanted.put(random.nextBoolean() ? "strings.S3.name" : "strings.S1.equalizing", Optional.of("?"));
                }
                answer = desk.apply(ANNA, against, wanted, "why");
            }
            boolean good = !bad && !next.equals(model);
            assertThat(answer.verdict()).isEqualTo(good ? Verdict.DONE : Verdict.INVALID);
            if (good) {
                model = next;
                past.add(model);
            }
            if (random.nextInt(5) == 0) {
                desk = started(Map.of());
            }
            assertThat(desk.present().version().values().given()).isEqualTo(model);
            assertThat(published.name()).isEqualTo(model.getOrDefault("site.name", "test"));
            assertThat(equalized.get("S1")).isEqualTo(model.getOrDefault("strings.S1.equalizing", "on").equals("on"));
        }
    }

    private static Map<String, Optional<String>> drawn(Random random) {
        Map<String, Optional<String>> wanted = new HashMap<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            wanted.put(key, random.nextInt(4) == 0 ? Optional.empty() : Optional.of(good(key, random)));
        }
        return wanted;
    }

    private static Map<String, String> changed(Map<String, String> before, Map<String, Optional<String>> wanted) {
        Map<String, String> after = new HashMap<>(before);
        wanted.forEach((key, value) -> {
            after.remove(key);
            value.ifPresent(text -> after.put(key, text));
        });
        return after;
    }

    private static String good(String key, Random random) {
        if (key.endsWith("equalizing")) {
            return random.nextBoolean() ? "on" : "off";
        }
        return key.endsWith("period") ? (1 + random.nextInt(20)) + " h" : "name " + random.nextInt(5);
    }
}
