// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyTest {

    @ParameterizedTest
    @CsvSource({
        "-1, OFF", "0, OFF", "1, ECO+", "10, ECO+", "200, ECO+", "201, ECO", "400, ECO", "401, normal", "600, normal",
        "601, power", "800, power", "801, boost", "1000, boost", "1001, boost"
    })
    void hasTheWordsUsersKnow(int permille, String text) {
        assertThat(DutyWord.of(permille).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "25, 25, 1", "60, 25, 1", "65, 25, 0.5", "70, 25, 0", "90, 25, 0", "25, 44.99, 1", "25, 45, 0", "65, 50, 0",
        "NaN, 25, 1", "65, NaN, 0.5", "NaN, NaN, 1"
    })
    void isLimitedByTheModulesAndTheBlocksTemperature(double module, double block, double limit) {
        assertThat(DutyLimit.of(module, DutyLimit.MODULE_MAX_CELSIUS, block)).isCloseTo(limit, within(1e-12));
    }

    @Test
    void aTargetOnlyModuleIsToldWhatTheLowestBlockLacks() {
        TargetOnlyLaw law = new TargetOnlyLaw(6);

        assertThat(law.step(10, 13.62, 13.52, Double.NaN)).isCloseTo(13.522, within(1e-9));
        assertThat(law.step(10, 13.62, 13.62, Double.NaN)).as("within the noise").isEqualTo(13.62);
        assertThat(law.step(10, 13.62, 12.5, Double.NaN)).as("never more than 0.3 V").isCloseTo(13.32, within(1e-9));
        assertThat(law.step(10, Double.NaN, 13.5, 0.5)).isNaN();
        assertThat(law.step(10, 13.62, 13.52, 0.75)).as("a gap does not stick").isCloseTo(13.522, within(1e-9));
    }

    @Test
    void aTargetOnlyStringKeepsHeadroomSlowly() {
        TargetOnlyLaw law = new TargetOnlyLaw(6);
        double first = law.step(10, 13.62, 13.42, 1);
        assertThat(first).isBetween(13.422, 13.44);
        for (int cycle = 0; cycle < 200; cycle++) {
            law.step(10, 13.62, 13.42, 0.85);
        }
        assertThat(law.targetVolts()).as("half of 198 mV").isCloseTo(13.521, within(0.001));
        for (int cycle = 0; cycle < 300; cycle++) {
            law.step(10, 13.62, 13.42, 0.95);
        }
        assertThat(law.targetVolts()).isCloseTo(13.62, within(0.001));
    }
}
