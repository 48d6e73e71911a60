// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileDefaultsTest {

    private static final String SHORTEST = """
            evenfloat: 1
            site: { name: Test, time-zone: UTC }
            lines:
              - { id: L1, serial: COM3 }
              - { id: L2, tcp: "[::1]:4001" }
            """;

    @Test
    void servesOnLoopbackAndKeepsDataBesideTheFile() throws Exception {
        SiteConfiguration configuration = SiteTexts.parse(SHORTEST);
        assertThat(configuration.web()).isEqualTo(new WebSettings("127.0.0.1", 8420, Optional.empty()));
        assertThat(configuration.history())
                .isEqualTo(new HistorySettings(1_200_000, 600_000, 7_200_000, 2_000_000_000L));
        assertThat(configuration.dataFolder()).isEqualTo(SiteTexts.FOLDER.resolve("data"));
        assertThat(configuration.simulatedClock()).isEmpty();
    }

    @Test
    void timesLinesByTheirKind() throws Exception {
        LinePlan plan = new LinePlan(2_000, 43_200_000);
        assertThat(SiteTexts.parse(SHORTEST).lines()).containsExactly(
                new LineConfiguration(
                        new LineSettings("L1", new LineSettings.Serial("COM3"), 19_200, 120, 5), plan),
                new LineConfiguration(
                        new LineSettings("L2", new LineSettings.Tcp("::1", 4001), 19_200, 120, 50), plan));
    }

    @Test
    void needsNoBatteriesYet() throws Exception {
        assertThat(SiteTexts.parse(SHORTEST).site().batteries()).isEmpty();
        assertThat(SiteTexts.parse(SHORTEST).site().lines()).isEqualTo(List.of("L1", "L2"));
    }

    @Test
    void callsThingsByTheirIdsAndLeavesOutSensors() throws Exception {
        BatteryString string = SiteTexts.parse(SHORTEST + batteries("vrla-agm", 6, "C20")).site().strings()
                .findFirst().orElseThrow();
        assertThat(string.name()).isEqualTo("A1");
        assertThat(string.currentSensor()).isEmpty();
        assertThat(string.ambientSensor()).isEmpty();
        assertThat(string.currentZero()).isEqualTo(new Current(0));
        assertThat(string.halfOf()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vrla-agm, 6, C20, true", "vrla-gel, 6, C20, true", "flooded, 1, C40, true",
        "nicd, 1, C40, false", "nimh, 1, C40, false", "li-ion, 1, C41, false"
    })
    void equalizesOnlyLeadAcidUnasked(String profile, int cells, String module, boolean equalizing) throws Exception {
        SiteConfiguration configuration = SiteTexts.parse(SHORTEST + batteries(profile, cells, module));
        assertThat(configuration.site().strings()).extracting(BatteryString::equalizing).containsExactly(equalizing);
    }

    @Test
    void readsAModuleTypeWithoutCodeAndControl() throws Exception {
        SiteConfiguration configuration = SiteTexts.parse(SHORTEST + batteries("vrla-agm", 6, "X") + """
                module-types:
                  - name: X
                    voltage: 9 V to 16 V
                    resistance: 1 mΩ to 2 mΩ
                    equalize-current: 1 A
                    self-current: 0 mA
                """);
        ModuleType type = configuration.site().strings().findFirst().orElseThrow().moduleType();
        assertThat(type.code()).isZero();
        assertThat(type.control()).isEqualTo(ModuleType.Control.DUTY);
    }

    private static String batteries(String profile, int cells, String module) {
        return """
                batteries:
                  - id: A
                    profile: %s
                    cells-per-block: %d
                    capacity: unknown
                    module: %s
                    strings: [{ id: A1, modules: ["L1: 1-4"] }]
                """.formatted(profile, cells, module);
    }
}
