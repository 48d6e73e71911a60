// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TheilSenLineTest {

    @Test
    void findsALineExactly() {
        TheilSenLine line = TheilSenLine.through(new double[] {0, 1, 2, 5, 9}, new double[] {3, 5, 7, 13, 21});
        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.at(4)).isEqualTo(11);
        assertThat(line.rises()).isTrue();
    }

    @Test
    void aQuarterOfOutliersDoesNotMoveIt() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i] = i;
            y[i] = i % 4 == 3 ? 1_000 : 1 + 0.5 * i;
        }
        assertThat(TheilSenLine.through(x, y).slope()).isCloseTo(0.5, within(0.3));
        assertThat(TheilSenLine.through(x, y).at(0)).isCloseTo(1, within(4.0));
    }

    @Test
    void isNotSureOfNoise() {
        int rising = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double[] x = new double[30];
            double[] y = new double[30];
            for (int i = 0; i < 30; i++) {
                x[i] = i;
                y[i] = random.nextGaussian();
            }
            TheilSenLine line = TheilSenLine.through(x, y);
            assertThat(line.lowSlope()).as("seed " + seed).isLessThanOrEqualTo(line.slope());
            assertThat(line.highSlope()).as("seed " + seed).isGreaterThanOrEqualTo(line.slope());
            rising += line.rises() ? 1 : 0;
        }
        assertThat(rising).as("of 200 flat lines called rising; 2.5 % are expected").isBetween(0, 12);
    }

    @Test
    void saysThatItDoesNotKnow() {
        TheilSenLine none = TheilSenLine.through(new double[0], new double[0]);
        assertThat(none.slope()).isNaN();
        assertThat(none.rises()).isFalse();
        TheilSenLine two = TheilSenLine.through(new double[] {1, 2}, new double[] {1, 2});
        assertThat(two.slope()).isEqualTo(1);
        assertThat(two.rises()).isFalse();
        assertThat(TheilSenLine.through(new double[] {1, 1}, new double[] {1, 2}).slope()).isNaN();
    }
}
