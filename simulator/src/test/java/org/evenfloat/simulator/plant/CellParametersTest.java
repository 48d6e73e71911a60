// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellParametersTest {

    @Test
    void readsWhatItWrites() {
        assertThat(CellParameters.named(CellParameters.GENERIC.toNamed())).isEqualTo(CellParameters.GENERIC);
        Map<String, Double> changed = new HashMap<>(CellParameters.GENERIC.toNamed());
        changed.put("C_pol", 40.0);
        changed.put("rec", 0.5);
        assertThat(CellParameters.named(changed).cPol()).isEqualTo(40);
        assertThat(CellParameters.named(changed).rec()).isEqualTo(0.5);
        assertThat(CellParameters.named(changed).cU()).isEqualTo(11);
    }

    @Test
    void namesEveryProblemAtOnce() {
        Map<String, Double> broken = new HashMap<>(CellParameters.GENERIC.toNamed());
        broken.remove("U0");
        broken.put("g", Double.NaN);
        broken.put("typo", 1.0);
        assertThatThrownBy(() -> CellParameters.named(broken)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U0: nothing").hasMessageContaining("g: NaN").hasMessageContaining("typo");
    }

    @Test
    void fullBlockRestsAtItsOpenCircuitVoltage() {
        assertThat(6 * CellParameters.GENERIC.openVolts(1, 25)).isCloseTo(12.87, within(1e-9));
        assertThat(CellParameters.GENERIC.openVolts(-0.09, 25)).isEqualTo(-0.2);
    }
}
