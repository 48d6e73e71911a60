// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.junit.jupiter.api.Test;

class AlarmAmountsTest {

    private static AlarmDefinition row(String id) {
        return AlarmTable.find(id).orElseThrow();
    }

    @Test
    void aValueNeverLooksLikeTheLimitThatItIsBeyond() {
        AlarmDefinition hot = row("block-temperature-high-alarm");
        assertThat(AlarmAmounts.value(hot, 4_560, 4_500)).isEqualTo("45.6 °C");
        assertThat(AlarmAmounts.value(hot, 4_502, 4_500)).isEqualTo("45.02 °C");
        assertThat(AlarmAmounts.value(hot, 4_500, 4_500)).isEqualTo("45.0 °C");
        assertThat(AlarmAmounts.value(row("block-resistance-high-alarm"), 50_001, 50_000)).isEqualTo("50.001 mΩ");
    }

    @Test
    void timesAreToldAsPeopleTellThem() {
        AlarmDefinition discharge = row("discharge-alarm");
        assertThat(AlarmAmounts.value(discharge, 900, 0)).isEqualTo("0.9 s");
        assertThat(AlarmAmounts.value(discharge, 119_900, 0)).isEqualTo("119.9 s");
        assertThat(AlarmAmounts.value(discharge, 120_000, 0)).isEqualTo("2 min");
        assertThat(AlarmAmounts.value(discharge, 7_200_000, 0)).isEqualTo("2 h 0 min");
        assertThat(AlarmAmounts.value(discharge, 8_100_000, 0)).isEqualTo("2 h 15 min");
        assertThat(AlarmAmounts.value(row("clock-jump"), -3_600_000, 2_000)).isEqualTo("-60 min");
    }

    @Test
    void flagsAreNoAmounts() {
        for (String flag : new String[] {"line-down", "module-lost", "charger-mis-set"}) {
            assertThat(AlarmAmounts.value(row(flag), 1, 0)).as(flag).isEmpty();
            assertThat(AlarmAmounts.limit(row(flag), 0)).as(flag).isEmpty();
            assertThat(AlarmAmounts.standard(row(flag))).as(flag).isEmpty();
        }
        assertThat(AlarmAmounts.value(row("history-backlog"), 1_200, 1_000)).isEqualTo("1200");
        assertThat(AlarmAmounts.standard(row("history-backlog"))).isEqualTo("1000");
    }

    @Test
    void saysWhereLimitsComeFrom() {
        assertThat(AlarmAmounts.standard(row("block-voltage-low-alarm")))
                .isEqualTo("float voltage of the battery profile - 170 mV a cell"
                        + " (nickel cells -110 mV, lithium cells -170 mV)");
        assertThat(AlarmAmounts.standard(row("block-voltage-high-warning")))
                .isEqualTo("boost voltage of the battery profile + 50 mV a cell");
        assertThat(AlarmAmounts.standard(row("block-voltage-end-alarm")))
                .isEqualTo("end of discharge of the battery profile");
        assertThat(AlarmAmounts.standard(row("block-deviation-low-alarm"))).isEqualTo(
                "-100 mV a cell (nickel cells -80 mV, lithium cells -100 mV)");
        assertThat(AlarmAmounts.standard(row("block-temperature-high-alarm"))).isEqualTo("45 °C");
        assertThat(AlarmAmounts.standard(row("block-resistance-high-alarm")))
                .isEqualTo("50 mΩ, off until somebody puts it on");
    }
}
