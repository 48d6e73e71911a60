// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.settings.ResistancePeriods;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingVersion;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

/** What is told of how a site is watched, from the limits and settings in force. */
class PresentFactsTest {

    private static final String HOT = "block-temperature-high-alarm";

    private final Site site = new NorthboundRoom(2, 3).site();
    private final AlarmLimits limits = new AlarmLimits(site);
    private final AlarmDefinition hot = AlarmTable.find(HOT).orElseThrow();
    private long periodMillis = 43_200_000;
    private final PresentFacts facts = new PresentFacts(new Names(), limits, this::present, List.of(1_000, 2_000));

    private ChangeSettings.Present present() {
        ResistancePeriods periods = new ResistancePeriods(site, Map.of("L1", periodMillis), (line, millis) -> { });
        return new ChangeSettings.Present(
                new SettingBook(periods.definitions(), Map.of()), SettingVersion.FIRST, List.of());
    }

    private static AlarmOverride limit(int centidegrees) {
        return new AlarmOverride(Optional.empty(), Optional.of(centidegrees), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    @Test
    void aLimitThatAllBlocksHaveIsTold() {
        int standard = facts.limit(hot).orElseThrow();
        assertThat(standard).isBetween(2_500, 7_000);
        limits.override(Map.of(HOT + "/S1", limit(4_321), HOT + "/S2", limit(4_321)), Map.of());
        assertThat(facts.limit(hot)).hasValue(4_321);
    }

    @Test
    void limitsThatDifferAreNotTold() {
        assertThat(facts.limit(hot)).isPresent();
        limits.override(Map.of(), Map.of(HOT + "/S2-3", limit(4_321)));
        assertThat(facts.limit(hot)).isEmpty();
        AlarmOverride off = new AlarmOverride(
                Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        limits.override(Map.of(HOT + "/S1", off, HOT + "/S2", off), Map.of());
        assertThat(facts.limit(hot)).isEmpty();
    }

    @Test
    void periodsAreTold() {
        assertThat(facts.sweepPeriodMillis()).hasValue(2_000);
        assertThat(facts.resistancePeriodMillis()).hasValue(43_200_000);
        periodMillis = 0;
        assertThat(facts.resistancePeriodMillis()).as("off").isEmpty();
    }

    /** Knows what is installed, and no values. */
    private final class Names implements ViewStrings {

        @Override
        public Site site() {
            return site;
        }

        @Override
        public List<StringStatus> strings() {
            return List.of();
        }

        @Override
        public Optional<StringImage> image(String stringId) {
            return Optional.empty();
        }
    }
}
