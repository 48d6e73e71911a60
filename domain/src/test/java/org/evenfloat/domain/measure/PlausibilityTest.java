// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.domain.measure.MeasurementKind.RESISTANCE;
import static org.evenfloat.domain.measure.MeasurementKind.TEMPERATURE;
import static org.evenfloat.domain.measure.MeasurementKind.VOLTAGE;
import static org.evenfloat.domain.measure.Quality.GOOD;
import static org.evenfloat.domain.measure.Quality.MISSING;
import static org.evenfloat.domain.measure.Quality.STALE;
import static org.evenfloat.domain.measure.Quality.SUSPECT;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    private static final int ROWS = 8;

    private final LineRoster roster = roster();
    private final Plausibility plausibility = new Plausibility(roster);
    private final BitSet duplicates = new BitSet();
    private final int[] millivolts = new int[ROWS];
    private final int[] centidegrees = new int[ROWS];
    private SweepFill fill;
    private SweepImage image;
    private long millis = 5_000;

    PlausibilityTest() {
        Arrays.fill(millivolts, 13_620);
        Arrays.fill(centidegrees, 2_500);
    }

    private static LineRoster roster() {
        BatteryProfile profile = new BatteryProfile(
                "test", Chemistry.VRLA_AGM, new Voltage(2_270), new Voltage(2_370), new Voltage(1_750));
        List<Block> blocks = new ArrayList<>();
        for (int number = 1; number <= ROWS; number++) {
            blocks.add(new Block("A1-" + number, number, new ModuleAddress("line", number)));
        }
        BatteryString string = new BatteryString("A1", "string", new BlockType(profile, 6, Charge.ofAmpHours(40)),
                ModuleType.C20, blocks, Optional.empty(), Optional.empty(), new Current(0), true, Optional.empty());
        Site site = new Site("site", ZoneOffset.UTC, List.of("line"),
                List.of(new Battery("A", "battery", List.of(string))), List.of());
        return site.roster("line");
    }

    private void sweep(long seconds) {
        millis += 1000 * seconds;
        fill = image == null ? SweepFill.first(roster) : SweepFill.after(roster, image);
        fill.sampledAt(millis, millis);
        for (int row = 0; row < ROWS; row++) {
            fill.set(VOLTAGE, row, millivolts[row], GOOD);
            fill.set(TEMPERATURE, row, centidegrees[row], GOOD);
        }
        plausibility.check(fill, duplicates);
        image = fill.freeze();
    }

    @ParameterizedTest
    @CsvSource({"9699, SUSPECT", "9700, GOOD", "17000, GOOD", "17001, SUSPECT", "0, SUSPECT", "-5, SUSPECT"})
    void aVoltageLiesInTheModulesRange(int value, Quality quality) {
        millivolts[3] = value;
        sweep(10);

        assertThat(image.quality(VOLTAGE, 3)).isEqualTo(quality);
        assertThat(image.quality(TEMPERATURE, 3)).isEqualTo(GOOD);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource({"-4000, SUSPECT", "-2000, SUSPECT", "-1999, GOOD", "10999, GOOD", "11000, SUSPECT"})
    void aTemperatureLiesWhereASensorCanRead(int value, Quality quality) {
        centidegrees[3] = value;
        sweep(10);

        assertThat(image.quality(TEMPERATURE, 3)).isEqualTo(quality);
    }

    @Test
    void onlyWhatWasGoodIsDemoted() {
        sweep(10);
        fill = SweepFill.after(roster, image);
        fill.sampledAt(millis + 10_000, millis + 10_000);
        fill.set(VOLTAGE, 0, 0, MISSING);
        fill.set(RESISTANCE, 1, 1, GOOD);
        fill.set(RESISTANCE, 2, 4_800, GOOD);
        fill.set(RESISTANCE, 3, 1, STALE);
        plausibility.check(fill, duplicates);

        assertThat(fill.quality(VOLTAGE, 0)).isEqualTo(MISSING);
        assertThat(fill.quality(VOLTAGE, 1)).isEqualTo(STALE);
        assertThat(fill.quality(RESISTANCE, 1)).isEqualTo(SUSPECT);
        assertThat(fill.quality(RESISTANCE, 2)).isEqualTo(GOOD);
        assertThat(fill.quality(RESISTANCE, 3)).isEqualTo(STALE);
        assertThat(fill.value(RESISTANCE, 1)).as("the value stays").isEqualTo(1);
    }

    @Test
    void aDuplicateAddressMakesAllOfItsValuesSuspect() {
        duplicates.set(5);
        sweep(10);

        assertThat(image.quality(VOLTAGE, 5)).isEqualTo(SUSPECT);
        assertThat(image.quality(TEMPERATURE, 5)).isEqualTo(SUSPECT);
        assertThat(image.quality(VOLTAGE, 4)).isEqualTo(GOOD);
        duplicates.clear();
        sweep(10);
        assertThat(image.quality(VOLTAGE, 5)).isEqualTo(GOOD);
    }

    @Test
    void aSpikeIsSuspectAndTheOldValueGoodAgain() {
        sweep(1);
        millivolts[2] = 12_900;
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(SUSPECT);
        millivolts[2] = 13_620;
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(GOOD);
        millivolts[2] = 12_900;
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).as("the spike before does not count").isEqualTo(SUSPECT);
    }

    @Test
    void aRealStepOfOneBlockIsMaskedForTwoSweeps() {
        sweep(1);
        millivolts[2] = 11_400;
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(SUSPECT);
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(SUSPECT);
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(GOOD);
    }

    @Test
    void aPlungeThatGoesOnIsMaskedForAtMostFiveSweeps() {
        sweep(1);
        for (int k = 0; k < 5; k++) {
            millivolts[2] = k % 2 == 0 ? 10_000 : 16_900;
            sweep(1);
            assertThat(image.quality(VOLTAGE, 2)).as("sweep %d", k).isEqualTo(SUSPECT);
        }
        millivolts[2] = 16_900;
        sweep(1);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(GOOD);
    }

    @Test
    void theStartOfADischargeIsNotMaskedAtAll() {
        sweep(1);
        Arrays.fill(millivolts, 0, 3, 12_290);
        sweep(1);
        assertThat(image.quality(VOLTAGE, 0)).isEqualTo(GOOD);
        assertThat(image.quality(VOLTAGE, 7)).isEqualTo(GOOD);

        millivolts[0] = 13_620;
        millivolts[1] = 13_620;
        millivolts[7] = 12_290;
        sweep(1);
        assertThat(image.quality(VOLTAGE, 0)).as("two up and one down are no common step").isEqualTo(SUSPECT);
        assertThat(image.quality(VOLTAGE, 7)).isEqualTo(SUSPECT);
    }

    @Test
    void allowsMoreInALongerTimeAndEverythingAfterAGap() {
        sweep(1);
        millivolts[2] = 12_700;
        sweep(60);
        assertThat(image.quality(VOLTAGE, 2)).as("7 % in a minute").isEqualTo(GOOD);
        millivolts[2] = 10_000;
        sweep(601);
        assertThat(image.quality(VOLTAGE, 2)).isEqualTo(GOOD);
    }

    @Test
    void aTemperatureMovesBy4KelvinAnd3AMinuteAtMostHoweverManyDo() {
        sweep(1);
        Arrays.fill(centidegrees, 2_950);
        sweep(1);
        assertThat(image.quality(TEMPERATURE, 0)).isEqualTo(SUSPECT);
        Arrays.fill(centidegrees, 2_500);
        sweep(1);
        Arrays.fill(centidegrees, 3_150);
        sweep(60);
        assertThat(image.quality(TEMPERATURE, 0)).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource({"435000, 435000, true", "435000, 441500, true", "435000, 428400, false", "435000, 442000, false"})
    void theSumOfTheBlocksAgreesWithTheStringVoltage(long string, long sum, boolean agrees) {
        assertThat(Plausibility.sumAgrees(string, sum)).isEqualTo(agrees);
    }
}
