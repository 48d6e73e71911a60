// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StringMeanTest {

    private static final double LOST = Double.NaN;

    private final StringMean mean = new StringMean(4, 6);

    @Test
    void isTheMeanOfTheCells() {
        assertThat(mean.update(new double[] {13.2, 13.8, 13.5, 14.1})).isCloseTo(13.65 / 6, within(1e-12));
    }

    @Test
    void aSilentBlockMovesWithTheOthers() {
        mean.update(new double[] {13.2, 13.8, 13.5, 14.1});

        assertThat(mean.update(new double[] {13.2, 13.8, 13.5, LOST})).isCloseTo(13.65 / 6, within(1e-12));
        assertThat(mean.update(new double[] {12.2, 12.8, LOST, LOST})).isCloseTo(12.65 / 6, within(1e-12));
        assertThat(mean.update(new double[] {12.2, 12.8, 12.5, 13.1})).isCloseTo(12.65 / 6, within(1e-12));
    }

    @Test
    void isNotKnownFromLessThanHalfOfTheBlocks() {
        mean.update(new double[] {13.2, 13.8, 13.5, 14.1});

        assertThat(mean.update(new double[] {13.2, LOST, LOST, LOST})).isNaN();
        assertThat(mean.update(new double[] {13.2, 13.8, LOST, Double.POSITIVE_INFINITY})).isNotNaN();
    }

    @Test
    void isNotKnownWhileBlocksArriveForTheFirstTime() {
        assertThat(mean.update(new double[] {13.2, 13.8, LOST, LOST})).isCloseTo(13.5 / 6, within(1e-12));
        assertThat(mean.update(new double[] {13.2, 13.8, 12.0, LOST})).isNaN();
        assertThat(mean.update(new double[] {13.2, 13.8, 12.0, LOST})).isCloseTo(13.0 / 6, within(1e-12));
    }
}
