// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.junit.jupiter.api.Test;

/** A string in a room, without wires, in which one thing after the other breaks and is mended. */
class PlantFaultsTest {

    private static final long SEED = Long.getLong("seed", 20_261_126L);
    private static final int BLOCKS = 8;
    private static final double SELF_AMPS = 0.0175;
    private static final Phase FLOAT = new Phase("float", 1, 1, Supply.FLOAT, 0);
    private static final Phase REST = new Phase("disconnected", 1, 1, Supply.REST, 0);

    private final RoomAir air = new RoomAir(25);
    private final PlantStanding string = new PlantStanding(
            new RoomString("A1", "L1", BLOCKS, "C20", 6, 40, Condition.SETTLED, 0, 0, 0, true, 2),
            new Scenario("test", "", SEED, 2_000, 25, 0, List.of(), List.of(FLOAT), List.of()), air);
    private final PlantFaults faults = new PlantFaults(Map.of("A1", string), air);
    private long nowMillis;

    private Runnable begin(FaultKind kind, double amount, String... targets) {
        return faults.begin(new Fault(nowMillis, Long.MAX_VALUE, kind, List.of(targets), amount), nowMillis);
    }

    private void pass(Phase phase, double hours) {
        for (int i = 0; i < hours * 360; i++) {
            nowMillis += 10_000;
            air.advance(10);
            string.advance(nowMillis, 10, phase);
        }
    }

    private double cellVolts() {
        return IntStream.range(0, BLOCKS).mapToDouble(i -> string.block(i).volts()).average().orElseThrow() / 6;
    }

    private double amps() {
        return string.current().amps();
    }

    @Test
    void aStringThatGassesMoreTakesMore() {
        pass(FLOAT, 1);
        double twice = amps() - SELF_AMPS;
        PlantStanding usual = new PlantStanding(
                new RoomString("A1", "L1", BLOCKS, "C20", 6, 40, Condition.SETTLED, 0, 0, 0, true),
                new Scenario("test", "", SEED, 2_000, 25, 0, List.of(), List.of(FLOAT), List.of()), new RoomAir(25));
        for (int i = 1; i <= 360; i++) {
            usual.advance(10_000L * i, 10, FLOAT);
        }
        assertThat(twice / (usual.current().amps() - SELF_AMPS)).as("seed " + SEED).isBetween(1.8, 2.2);
        assertThat(cellVolts()).isCloseTo(2.27, within(0.002));
    }

    @Test
    void anOvervoltageIsHeldAndHeats() {
        pass(FLOAT, 1);
        double before = amps() - SELF_AMPS;
        Runnable mend = begin(FaultKind.OVERVOLTAGE, 0.12, "A1");
        pass(FLOAT, 4);
        assertThat(cellVolts()).isCloseTo(2.39, within(0.002));
        assertThat(amps() - SELF_AMPS).as("exp(11 × 0.12) and more by heat, seed " + SEED).isGreaterThan(3.5 * before);
        double hottest = string.hottestCelsius();
        assertThat(hottest).isGreaterThan(26);
        mend.run();
        pass(FLOAT, 12);
        assertThat(cellVolts()).isCloseTo(2.27, within(0.002));
        assertThat(amps() - SELF_AMPS).isCloseTo(before, within(0.1 * before));
        assertThat(string.hottestCelsius()).isLessThan(hottest - 0.5);
    }

    @Test
    void theAirOfAHotRoomRisesByAndByAndTheBlocksFollow() {
        Runnable mend = begin(FaultKind.HOT_ROOM, 20);
        pass(FLOAT, 1.5);
        assertThat(air.celsius()).isCloseTo(25 + 20 * (1 - Math.exp(-1)), within(0.01));
        pass(FLOAT, 18);
        assertThat(air.celsius()).isCloseTo(45, within(0.01));
        assertThat(string.hottestCelsius()).as("seed " + SEED).isBetween(44.0, 48.0);
        mend.run();
        pass(FLOAT, 15);
        assertThat(air.celsius()).isCloseTo(25, within(0.01));
        assertThat(string.hottestCelsius()).isLessThan(28);
    }

    @Test
    void blocksThatDryOutTakeMoreAndMore() {
        pass(FLOAT, 1);
        double before = amps() - SELF_AMPS;
        Runnable mend = begin(FaultKind.DRY_OUT, 4, "A1");
        pass(FLOAT, 4);
        double afterOne = amps() - SELF_AMPS;
        pass(FLOAT, 4);
        assertThat(afterOne / before).as("e, and a little by heat, seed " + SEED).isBetween(2.5, 3.3);
        assertThat((amps() - SELF_AMPS) / before).as("e²").isBetween(6.5, 10.0);
        mend.run();
        pass(FLOAT, 12);
        assertThat((amps() - SELF_AMPS) / before).as("new blocks").isBetween(0.9, 1.1);
    }

    @Test
    void shortedCellsAreMissingAndTheOthersGetMore() {
        pass(FLOAT, 1);
        double sound = string.block(0).volts();
        Runnable mend = begin(FaultKind.SHORTED_CELLS, 0, "A1-2", "A1-5", "A1-5");
        pass(FLOAT, 1);
        assertThat(string.block(1).volts()).as("seed " + SEED).isLessThan(sound - 1.2);
        assertThat(string.block(4).volts()).as("two cells").isLessThan(sound - 3);
        assertThat(string.block(0).volts()).isGreaterThan(sound + 0.2);
        mend.run();
        pass(FLOAT, 12);
        assertThat(string.block(1).volts()).isCloseTo(sound, within(0.1));
        assertThat(string.block(4).volts()).isCloseTo(sound, within(0.1));
    }

    @Test
    void aLocalShortHeatsItsBlockAlone() {
        pass(FLOAT, 1);
        Runnable mend = begin(FaultKind.LOCAL_SHORT, 1.5, "A1-4");
        double before = string.block(3).celsius();
        pass(FLOAT, 12);
        double half = string.block(3).celsius();
        pass(FLOAT, 24);
        double full = string.block(3).celsius();
        assertThat(half - before).as("seed " + SEED).isGreaterThan(3);
        assertThat(full - before).as("grown").isGreaterThan(1.5 * (half - before));
        assertThat(string.block(0).celsius()).as("far from it").isLessThan(before + 4);
        mend.run();
        pass(FLOAT, 24);
        assertThat(string.block(3).celsius()).isLessThan(before + 1.5);
    }

    @Test
    void aModuleReportsAWrongTemperature() {
        Runnable mend = begin(FaultKind.WRONG_TEMPERATURE, 200, "A1-3");
        assertThat(string.block(2).celsius()).isEqualTo(200);
        assertThat(string.block(1).celsius()).isBetween(23.0, 27.0);
        assertThat(string.block(2).volts()).as("only the temperature").isBetween(13.4, 13.8);
        assertThat(string.hottestCelsius()).as("the block itself").isLessThan(26);
        mend.run();
        assertThat(string.block(2).celsius()).isBetween(23.0, 27.0);
    }

    @Test
    void aFrozenModuleGoesOnToSayWhatItMeasured() {
        pass(FLOAT, 0.1);
        double volts = string.block(5).volts();
        double celsius = string.block(5).celsius();
        Runnable mend = begin(FaultKind.FROZEN_MODULE, 0, "A1-6");
        Runnable heat = begin(FaultKind.HOT_ROOM, 20);
        begin(FaultKind.OVERVOLTAGE, 0.1, "A1");
        pass(FLOAT, 3);
        assertThat(string.block(4).volts()).as("seed " + SEED).isGreaterThan(volts + 0.4);
        assertThat(string.block(4).celsius()).isGreaterThan(celsius + 4);
        assertThat(string.block(5).volts()).isEqualTo(volts);
        assertThat(string.block(5).celsius()).isEqualTo(celsius);
        heat.run();
        mend.run();
        assertThat(string.block(5).volts()).isGreaterThan(volts + 0.4);
    }

    @Test
    void ofTwoFaultsOfABlockTheOtherStaysWhenOneIsMended() {
        pass(FLOAT, 1);
        double sound = string.block(1).volts();
        Runnable dry = begin(FaultKind.DRY_OUT, 4, "A1");
        begin(FaultKind.SHORTED_CELLS, 0, "A1-2");
        pass(FLOAT, 2);
        assertThat(string.block(1).volts()).as("seed " + SEED).isLessThan(sound - 1.2);
        dry.run();
        pass(FLOAT, 2);
        assertThat(string.block(1).volts()).isLessThan(sound - 1.2);
    }

    @Test
    void behindAnOpenBreakerAHotStringCarriesNoCurrentAndCoolsDown() {
        begin(FaultKind.OVERVOLTAGE, 0.3, "A1");
        pass(FLOAT, 4);
        double hottest = string.hottestCelsius();
        assertThat(hottest).as("seed " + SEED).isGreaterThan(35);
        assertThat(amps()).isGreaterThan(0.5);
        for (int hour = 1; hour <= 6; hour++) {
            double before = string.hottestCelsius();
            pass(REST, 1);
            assertThat(amps()).isZero();
            assertThat(string.hottestCelsius()).as("after " + hour + " h").isLessThan(before - 0.2);
        }
    }
}
