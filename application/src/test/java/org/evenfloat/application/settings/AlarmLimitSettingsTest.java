// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.port.in.ChangeSettings.Answer;
import org.evenfloat.application.port.in.ChangeSettings.Verdict;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

class AlarmLimitSettingsTest {

    private static final Actor ANNA = new Actor(Actor.Kind.PERSON, "anna", "web", Grants.of(Role.SERVICE));
    private static final String LOW = "block-voltage-low-warning";

    private final Site site = TestSite.site(List.of("L1"), string("S1", ModuleType.C20, at("L1", 1, 3)),
            string("S2", ModuleType.C20, at("L1", 4, 3)));
    private final SettingsInMemory kept = new SettingsInMemory();
    private AlarmLimits limits;
    private SettingsDesk desk = started();

    private SettingsDesk started() {
        limits = new AlarmLimits(site);
        SettingsDesk made = new SettingsDesk(
                List.of(new ResistancePeriods(site, Map.of("L1", 0L), (line, millis) -> {}),
                        new AlarmLimitSettings(site, limits)), Map.of(), kept, kept,
                InstantSource.fixed(Instant.ofEpochMilli(5_000)), (kind, subject, text) -> {});
        try {
            made.load();
        } catch (SettingsFailure impossible) {
            throw new AssertionError(impossible);
        }
        return made;
    }

    private Answer apply(String... keysAndValues) {
        Map<String, Optional<String>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            wanted.put(keysAndValues[i], Optional.ofNullable(keysAndValues[i + 1]));
        }
        return desk.apply(ANNA, desk.present().version().number(), wanted, "test");
    }

    private AlarmLimit limit(String row, String subject) {
        return limits.of(new AlarmPoint(AlarmTable.find(row).orElseThrow(), subject));
    }

    private void refused(List<String> problems, String... keysAndValues) {
        int versions = kept.kept.size();
        Answer answer = apply(keysAndValues);
        assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(answer.problems()).containsExactlyElementsOf(problems);
        assertThat(kept.kept).hasSize(versions);
    }

    @Test
    void aBlockInheritsFromItsStringAndThatFromTheProfile() {
        assertThat(limit(LOW, "S1-1")).isEqualTo(new AlarmLimit(true, 13_200, 60, 60_000, 60_000));
        assertThat(apply("strings.S1.alarms." + LOW + ".limit", "13.3 V", "strings.S1.alarms." + LOW + ".on-delay",
                "300 s", "blocks.S1-2.alarms." + LOW + ".limit", "13000 mV").verdict()).isEqualTo(Verdict.DONE);
        assertThat(limit(LOW, "S1-1")).isEqualTo(new AlarmLimit(true, 13_300, 60, 300_000, 60_000));
        assertThat(limit(LOW, "S1-2")).isEqualTo(new AlarmLimit(true, 13_000, 60, 300_000, 60_000));
        assertThat(limit(LOW, "S2-1").limit()).isEqualTo(13_200);
        assertThat(apply("blocks.S1-2.alarms." + LOW + ".limit", null).verdict()).isEqualTo(Verdict.DONE);
        assertThat(limit(LOW, "S1-2").limit()).isEqualTo(13_300);
    }

    @Test
    void takesStringsLinesAndTheMonitor() {
        assertThat(apply("lines.L1.alarms.line-down.on-delay", "30 s", "server.alarms.disk-free-warning.limit", "20 %",
                "server.alarms.history-backlog.limit", "0500", "strings.S1.alarms.string-voltage-deviation-low-alarm.limit",
                "-3 %", "strings.S2.alarms.block-deviation-low-warning.limit", "-400 mV",
                "strings.S1.alarms.block-temperature-low-alarm.limit", "-5 °C",
                "strings.S1.alarms.block-resistance-high-alarm.state", "true").verdict()).isEqualTo(Verdict.DONE);
        assertThat(limit("line-down", "L1").onDelayMillis()).isEqualTo(30_000);
        assertThat(limit("disk-free-warning", "server").limit()).isEqualTo(200);
        assertThat(limit("history-backlog", "server").limit()).isEqualTo(500);
        assertThat(limit("string-voltage-deviation-low-alarm", "S1").limit()).isEqualTo(-30);
        assertThat(limit("block-deviation-low-warning", "S2-3").limit()).isEqualTo(-400);
        assertThat(limit("block-temperature-low-alarm", "S1-3").limit()).isEqualTo(-500);
        assertThat(limit("block-resistance-high-alarm", "S1-1").on()).isTrue();
        assertThat(limit("block-resistance-high-alarm", "S2-1").on()).isFalse();
    }

    @Test
    void tellsAllProblemsAtOnceAndKeepsNothing() {
        refused(List.of(
                "strings.S1.alarms.block-voltage-low-alarm.limit: \"13 X\" - allowed: a voltage such as 13.2 V, 0 V to 30 V",
                "strings.S1.alarms.block-voltage-low-alarm.on-delay: \"-1 s\" - allowed: a time such as 1 min, 0 s to 7 d",
                "strings.S1.alarms.block-voltage-low-alarm.deadband: \"-1 mV\" - allowed: a voltage such as 60 mV, 0 V to"
                        + " 10 V",
                "\"blocks.S1-9.alarms.block-voltage-low-alarm.limit\": unknown block \"S1-9\" - allowed: a block of this"
                        + " site; nearest: S1-1",
                "\"strings.S1.alarms.block-voltage-lo-alarm.limit\": unknown alarm \"block-voltage-lo-alarm\" - allowed: an"
                        + " alarm of the table; nearest: block-voltage-low-alarm",
                "\"blocks.S1-1.alarms.string-voltage-low-alarm.limt\": an alarm about other things than blocks, unknown part"
                        + " \"limt\" - allowed: strings for string-voltage-low-alarm; limit, deadband, on-delay, off-delay,"
                        + " state; nearest: limit",
                "\"strings.S1.alarms.module-lost.limit\": unknown part \"limit\" - allowed: on-delay, off-delay, state",
                "strings.S2.alarms.block-voltage-low-warning.limit: \"12 V\" - allowed: not below \"12.6 V\", the limit of"
                        + " block-voltage-low-alarm"),
                "strings.S1.alarms.block-voltage-low-alarm.limit", "13 X",
                "strings.S1.alarms.block-voltage-low-alarm.on-delay", "-1 s",
                "strings.S1.alarms.block-voltage-low-alarm.deadband", "-1 mV",
                "blocks.S1-9.alarms.block-voltage-low-alarm.limit", "13 V",
                "strings.S1.alarms.block-voltage-lo-alarm.limit", "13 V",
                "blocks.S1-1.alarms.string-voltage-low-alarm.limt", "13 V",
                "strings.S1.alarms.module-lost.limit", "1 V",
                "strings.S2.alarms.block-voltage-low-warning.limit", "12 V");
    }

    @Test
    void looksAtWhatIsInForceAfterTheChangeAlsoAtBlocksThatDiffer() {
        assertThat(apply("blocks.S1-2.alarms.block-voltage-low-alarm.limit", "13.1 V").verdict()).isEqualTo(Verdict.DONE);
        refused(List.of("blocks.S1-2.alarms.block-voltage-low-warning.limit: \"13 V\" - allowed: not below \"13.1 V\", the"
                + " limit of block-voltage-low-alarm"), "strings.S1.alarms." + LOW + ".limit", "13 V");
        assertThat(apply("strings.S1.alarms." + LOW + ".limit", "13 V",
                "blocks.S1-2.alarms.block-voltage-low-alarm.limit", "12.9 V").verdict()).isEqualTo(Verdict.DONE);
        refused(List.of("strings.S2.alarms.block-temperature-low-warning.limit: \"40 °C\" - allowed: below \"35 °C\", the"
                + " limit of block-temperature-high-warning"),
                "strings.S2.alarms.block-temperature-low-warning.limit", "40 °C");
        assertThat(apply("strings.S2.alarms.block-temperature-low-warning.limit", "40 °C",
                "strings.S2.alarms.block-temperature-high-warning.state", "off").verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void rollsBackAndKnowsOverARestartAndAsText() {
        apply("strings.S1.alarms." + LOW + ".limit", "13.3 V", "blocks.S1-2.alarms." + LOW + ".state", "off");
        String text = desk.text();
        assertThat(text).contains("strings.S1.alarms." + LOW + ".limit=13.3 V");
        assertThat(desk.rollBack(ANNA, 1, 0, "wrong").verdict()).isEqualTo(Verdict.DONE);
        assertThat(limit(LOW, "S1-1").limit()).isEqualTo(13_200);
        assertThat(limit(LOW, "S1-2").on()).isTrue();
        assertThat(desk.applyText(ANNA, 2, text, "again").verdict()).isEqualTo(Verdict.DONE);
        desk = started();
        assertThat(limit(LOW, "S1-1").limit()).isEqualTo(13_300);
        assertThat(limit(LOW, "S1-2").on()).isFalse();
        assertThat(desk.present().withoutEffect()).isEmpty();
        assertThat(desk.present().book().definitions(desk.present().version().values()))
                .extracting(SettingDefinition::key)
                .endsWith("blocks.S1-2.alarms." + LOW + ".state", "strings.S1.alarms." + LOW + ".limit");
        assertThat(desk.present().book().find("strings.S1.alarms." + LOW + ".limit").orElseThrow())
                .satisfies(definition -> {
                    assertThat(definition.standard()).isEqualTo("13.2 V");
                    assertThat(definition.strings()).containsExactly("S1");
                    assertThat(definition.title()).isEqualTo("Limit of " + LOW + " of string S1");
                });
    }
}
