// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.evenfloat.domain.health.DischargeWatch.Verdict;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.junit.jupiter.api.Test;

class DischargeWatchTest {

    private static final int BLOCKS = 24;
    private static final int WEAK = 7;

    private final DischargeWatch watch = new DischargeWatch(BLOCKS, 6);
    private final double[] volts = new double[BLOCKS];
    private long atMillis;

    private boolean sample(double others, double weak) {
        for (int block = 0; block < BLOCKS; block++) {
            volts[block] = others + 0.002 * (block % 5);
        }
        volts[WEAK] = weak;
        boolean changed = watch.sample(atMillis, volts);
        atMillis += DischargeWatch.SAMPLE_MILLIS;
        return changed;
    }

    private void begins() {
        for (int i = 0; i < 10; i++) {
            sample(12.3, 12.3);
        }
    }

    @Test
    void warnsAtTheThirdSampleInARow() {
        begins();
        assertThat(sample(12.2, 11.7)).isFalse();
        assertThat(sample(12.2, 11.7)).isFalse();
        assertThat(sample(12.2, 11.7)).isTrue();
        assertThat(watch.verdict(WEAK)).isEqualTo(Verdict.WEAK);
        assertThat(watch.verdict(WEAK + 1)).isEqualTo(Verdict.SOUND);
    }

    @Test
    void oneSampleBetweenStartsAnew() {
        begins();
        sample(12.2, 11.7);
        sample(12.2, 11.7);
        sample(12.2, 12.2);
        sample(12.2, 11.7);
        assertThat(sample(12.2, 11.7)).isFalse();
        assertThat(sample(12.2, 11.7)).isTrue();
    }

    @Test
    void aBlockThatWasLowFromTheBeginningAndStaysSoIsNotWeak() {
        for (int i = 0; i < 40; i++) {
            assertThat(sample(12.3, 11.8)).isFalse();
        }
        assertThat(watch.verdict(WEAK)).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aCollapseIsSeenWhateverTheStart() {
        begins();
        for (int i = 0; i < 2; i++) {
            assertThat(sample(12.0, 9.5)).isFalse();
        }
        assertThat(sample(12.0, 9.5)).isTrue();
        assertThat(watch.verdict(WEAK)).isEqualTo(Verdict.COLLAPSED);
        assertThat(sample(12.0, 12.0)).as("a verdict is kept").isFalse();
        assertThat(watch.verdict(WEAK)).isEqualTo(Verdict.COLLAPSED);
        watch.begin();
        assertThat(watch.verdict(WEAK)).as("until the next discharge").isEqualTo(Verdict.SOUND);
    }

    @Test
    void theFirstMinuteSaysNothing() {
        for (int i = 0; i < 6; i++) {
            assertThat(sample(12.3, 9.0)).isFalse();
        }
        assertThat(watch.verdict(WEAK)).isEqualTo(Verdict.SOUND);
    }

    @Test
    void badValuesNeitherWarnNorClear() {
        begins();
        sample(12.2, 11.7);
        sample(12.2, 11.7);
        assertThat(sample(12.2, Double.NaN)).isFalse();
        assertThat(sample(12.2, 11.7)).as("the third good one").isTrue();
        double[] none = new double[BLOCKS];
        Arrays.fill(none, Double.NaN);
        assertThat(watch.sample(atMillis, none)).isFalse();
    }

    @Test
    void samplesThatComeTooSoonAreLeftOut() {
        begins();
        for (int i = 0; i < 50; i++) {
            volts[WEAK] = 11.7;
            assertThat(watch.sample(atMillis + i, volts)).as("sample " + i).isFalse();
        }
    }

    @Test
    void saysHowFarABlockHasFallenForThreeSamplesInARow() {
        begins();
        sample(12.0, 11.40);
        sample(12.0, 11.52);
        assertThat(watch.belowPermille(WEAK)).as("two samples").isZero();
        sample(12.0, 11.28);
        // The median is 12.004 V: 11.52 V is 4.03 % below, and the least of the three counts.
        assertThat(watch.belowPermille(WEAK)).isEqualTo(41);
        assertThat(watch.belowPermille(WEAK + 1)).isZero();
        assertThat(sample(12.0, 11.60)).as("not so far").isFalse();
        assertThat(watch.belowPermille(WEAK)).as("what was said is kept").isEqualTo(41);
        for (int i = 0; i < 3; i++) {
            sample(12.0, 10.0);
        }
        assertThat(watch.belowPermille(WEAK)).isEqualTo(167);
        watch.begin();
        assertThat(watch.belowPermille(WEAK)).isZero();
    }

    /** Twice the scatter of 2 % is less than five standard deviations, but nobody asks for those beyond 10 %. */
    @Test
    void upToTenPercentABlockHasToStandOut() {
        double[] scattered = new double[BLOCKS];
        for (int i = 0; i < 13; i++) {
            Arrays.fill(scattered, 12.3);
            for (int block = 0; block < BLOCKS && i >= 10; block++) {
                scattered[block] = 12.0 * (1 + 0.02 * (block % 3 - 1));
            }
            scattered[WEAK] = i < 10 ? 12.3 : 12.0 * 0.93;
            scattered[WEAK + 1] = i < 10 ? 12.3 : 12.0 * 0.89;
            watch.sample(i * DischargeWatch.SAMPLE_MILLIS, scattered);
        }
        assertThat(watch.belowPermille(WEAK)).isZero();
        assertThat(watch.belowPermille(WEAK + 1)).isBetween(110, 112);
    }

    /** Blocks that all have collapsed have no one to lie below: they are counted from 1.60 V by 0.9. */
    @Test
    void aStringThatIsEmptyHidesNoCollapse() {
        for (int i = 0; i < 9; i++) {
            sample(9.30, 9.30);
        }
        assertThat(watch.belowPermille(WEAK)).as("12.81 %, rounded up").isEqualTo(129);
        assertThat(watch.verdict(WEAK)).isEqualTo(Verdict.COLLAPSED);
        watch.begin();
        for (int i = 0; i < 9; i++) {
            sample(9.60, 9.60);
        }
        assertThat(watch.belowPermille(WEAK)).as("1.60 V is not below 1.60 V").isZero();
    }

    /** A sound nickel cell has less than 1.60 V all the time, and a lithium cell that has it has collapsed long ago. */
    @Test
    void everyChemistryCollapsesAtAVoltageOfItsOwn() {
        assertThat(verdict(Chemistry.NICD, 1_000, 1.05)).isEqualTo(Verdict.SOUND);
        assertThat(verdict(Chemistry.NICD, 1_000, 0.80)).isEqualTo(Verdict.COLLAPSED);
        assertThat(verdict(Chemistry.LI_ION, 2_800, 2.75)).isEqualTo(Verdict.SOUND);
        assertThat(verdict(Chemistry.LI_ION, 2_800, 2.60)).isEqualTo(Verdict.COLLAPSED);
        assertThat(verdict(Chemistry.VRLA_AGM, 1_850, 1.65)).isEqualTo(Verdict.SOUND);
        assertThat(verdict(Chemistry.VRLA_AGM, 1_850, 1.55)).isEqualTo(Verdict.COLLAPSED);
    }

    /** All cells alike, so that only the voltage itself can be the reason. */
    private static Verdict verdict(Chemistry chemistry, int endMillivolts, double voltsPerCell) {
        BatteryProfile profile = new BatteryProfile("mine", chemistry, new Voltage(3_400), new Voltage(3_500),
                new Voltage(endMillivolts));
        DischargeWatch cells = new DischargeWatch(BLOCKS, new BlockType(profile, 10, new Charge(0)));
        double[] all = new double[BLOCKS];
        Arrays.fill(all, 10 * voltsPerCell);
        for (int i = 0; i < 12; i++) {
            cells.sample(i * DischargeWatch.SAMPLE_MILLIS, all);
        }
        return cells.verdict(0);
    }
}
