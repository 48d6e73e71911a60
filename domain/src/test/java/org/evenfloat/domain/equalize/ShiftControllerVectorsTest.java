// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.evenfloat.domain.PhysicsCase;
import org.junit.jupiter.api.Test;

class ShiftControllerVectorsTest {

    private static final int BLOCKS = 8;

    @Test
    void reproducesEveryRecordedStep() {
        PhysicsCase vectors = new PhysicsCase("controller_vectors");
        double period = vectors.number("Ts");
        ShiftController controller = new ShiftController(BLOCKS, new EqualizerTuning(
                vectors.number("kp"), vectors.number("ti"), vectors.number("db"), vectors.number("alpha"),
                vectors.number("lost_max"), vectors.number("slew"), 120));
        double[] volts = new double[BLOCKS];
        boolean[] eligible = new boolean[BLOCKS];
        double[] limit = new double[BLOCKS];

        assertThat(vectors.rows()).isEqualTo(400);
        for (int row = 0; row < vectors.rows(); row++) {
            for (int i = 0; i < BLOCKS; i++) {
                double measured = vectors.at(row, "Vm" + i);
                volts[i] = measured == -1 ? Double.NaN : measured;
                eligible[i] = vectors.at(row, "elig" + i) == 1;
            }
            Arrays.fill(limit, vectors.at(row, "limit"));
            controller.step(
                    period, vectors.at(row, "target"), vectors.at(row, "enable") == 1, volts, eligible, limit);
            for (int i = 0; i < BLOCKS; i++) {
                assertThat(controller.duty(i)).as("u%d of row %d", i, row)
                        .isCloseTo(vectors.at(row, "u" + i), within(1e-6));
                assertThat(controller.z(i)).as("z%d of row %d", i, row)
                        .isCloseTo(vectors.at(row, "z" + i), within(1e-6));
            }
        }
    }
}
