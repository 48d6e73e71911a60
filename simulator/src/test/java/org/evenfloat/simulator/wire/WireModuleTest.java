// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

class WireModuleTest {

    private static final int BYPASS = 0x40;
    private static final int GUARD = 0x20;
    private static final int SENSOR = 0x10;

    private final TestRoom room = TestRoom.unpaced(1).settled();
    private final TestMaster master = room.master;
    private final WireModule module = room.modules.get(0);
    private final FixedBlock block = room.blocks.get(0);

    @Test
    void answersAsInTheExampleOfTheDocument() {
        module.readdress(0x17);
        room.duty(0x17, 5_000);
        master.ask(TestMaster.hex("E7 01 41 00 00 05 F3 D0"));
        assertThat(master.askOne(WireType.COLLECT, 0x17, 1).toBytes())
                .isEqualTo(TestMaster.hex("E7 05 62 00 17 35 38 00 FD 45 44 0A"));
    }

    @Test
    void answersNoneBeforeItsFirstSample() {
        WireFrame measured = master.askOne(WireType.READ, 1);
        assertThat(measured.type()).isEqualTo(WireType.MEASURED_BLOCK);
        assertThat(measured.u16At(0)).isEqualTo(0xFFFF);
        assertThat(measured.u16At(2)).isEqualTo(0x8000);
    }

    @Test
    void keepsTheValuesOfTheInstantOfSample() {
        block.celsius = -4.26;
        master.ask(WireType.SAMPLE, 0, 15);
        block.volts = 12.9;
        WireFrame measured = master.askOne(WireType.COLLECT, 1, 32);
        assertThat(measured.u16At(0)).isEqualTo(13_624);
        assertThat(measured.i16At(2)).isEqualTo(-43);
        assertThat(measured.u8At(4)).isEqualTo(15);
    }

    @Test
    void measuresWithItsBypassPaused() {
        block.drop = 0.5;
        room.duty(1, 10_000);
        assertThat(block.volts()).isEqualTo(13.124);
        master.ask(WireType.SAMPLE, 0, 1);
        WireFrame measured = master.askOne(WireType.READ, 1);
        assertThat(measured.u16At(0)).isEqualTo(13_624);
        assertThat(measured.u8At(4)).isEqualTo(BYPASS | 1);
        assertThat(block.duty).isEqualTo(1);
    }

    @Test
    void bypassesAsOrderedUntilTheValidityEnds() {
        room.duty(1, 2_500);
        assertThat(block.duty).isEqualTo(0.25);
        assertThat(module.leds()).isEqualTo(WireLeds.GREEN_LONG);
        room.clock.pass(59_999);
        room.line.tick();
        assertThat(block.duty).isEqualTo(0.25);
        room.clock.pass(1);
        room.line.tick();
        assertThat(block.duty).isZero();
        assertThat(module.leds()).isEqualTo(WireLeds.GREEN_SHORT);
    }

    @Test
    void aNewOrderExtendsTheValidity() {
        room.duty(1, 2_500);
        room.clock.pass(40_000);
        room.duty(1, 3_000);
        room.clock.pass(40_000);
        room.line.tick();
        assertThat(block.duty).isEqualTo(0.3);
    }

    @Test
    void takesItsOwnDutyFromAFrameForMany() {
        room.add(2, 4);
        master.ask(WireType.DUTY, 1, 0x35, 0x34, 60, 0x00, 0x64, 0xFF, 0xFF, 0x00, 0x00, 0x13, 0x88);
        assertThat(block.duty).isEqualTo(0.01);
        assertThat(room.blocks.get(1).duty).isEqualTo(0.5);
    }

    @Test
    void ignoresADutyFrameThatDoesNotReachItsAddress() {
        room.add(2, 4);
        master.ask(WireType.DUTY, 1, 0x35, 0x34, 60, 0x00, 0x64, 0x00, 0x64, 0x00, 0x64);
        assertThat(block.duty).isEqualTo(0.01);
        assertThat(room.blocks.get(1).duty).isZero();
    }

    @Test
    void switchesOffAtADutyThatDoesNotExist() {
        room.duty(1, 10_000);
        room.duty(1, 10_001);
        assertThat(block.duty).isZero();
    }

    @Test
    void guardHoldsTheBypassOffOutsideTheLimits() {
        double[][] badVoltsAndCelsius = {{12.599, 25}, {17.001, 25}, {13.6, 70.1}, {Double.NaN, 25}};
        for (double[] bad : badVoltsAndCelsius) {
            room.duty(1, 10_000);
            assertThat(block.duty).isEqualTo(1);
            block.volts = bad[0];
            block.celsius = bad[1];
            master.ask(WireType.SAMPLE, 0, 0);
            assertThat(block.duty).as("%f V, %f °C", bad[0], bad[1]).isZero();
            assertThat(master.askOne(WireType.READ, 1).u8At(4) & (GUARD | BYPASS)).isEqualTo(GUARD);
            assertThat(module.leds()).isEqualTo(WireLeds.RED);
            block.volts = 12.600;
            block.celsius = 70;
            room.line.tick();
            assertThat(block.duty).as("after %f V, %f °C", bad[0], bad[1]).isEqualTo(1);
        }
    }

    @Test
    void floorDoesNotApplyToATargetBelowIt() {
        WireModuleKind kind = WireModuleKind.of(ModuleType.C40);
        assertThat(kind.isSafe(1.42, 1_420)).as("NiCd at its own target").isTrue();
        assertThat(kind.isSafe(1.42, 2_270)).as("lead-acid").isFalse();
        assertThat(kind.isSafe(1.42, 0)).as("no target yet").isFalse();
        assertThat(kind.isSafe(1.20, 1_420)).as("outside the range of the type").isFalse();
    }

    @Test
    void everyTypeHasTheFloorOfItsCells() {
        assertThat(ModuleType.BUILT_IN)
                .extracting(type -> WireModuleKind.of(type).floorMillivolts())
                .containsExactly(12_600, 16_800, 6_300, 2_100, 4_200);
    }

    @Test
    void reportsABrokenTemperatureSensor() {
        block.celsius = Double.NaN;
        master.ask(WireType.SAMPLE, 0, 0);
        WireFrame measured = master.askOne(WireType.READ, 1);
        assertThat(measured.u16At(2)).isEqualTo(0x8000);
        assertThat(measured.u8At(4) & SENSOR).isEqualTo(SENSOR);
    }

    @Test
    void regulatesItsBlockToTheTargetByItself() {
        WireModuleKind kind = WireModuleKind.of(ModuleType.C20).regulatingByItself();
        room.add(kind, 77, 2);
        FixedBlock regulated = room.blocks.get(1);
        regulated.volts = 13.65;
        regulated.drop = 0.06;
        for (int second = 0; second < 3_000; second++) {
            if (second % 30 == 0) {
                room.duty(2, 1);
            }
            pass(1);
        }
        // the target is 13.62 V: half of the bypass brings the block there
        assertThat(regulated.volts()).isBetween(13.615, 13.625);
        assertThat(regulated.duty).isBetween(0.4, 0.6);
        room.duty(2, 0);
        regulated.volts = 14.5;
        pass(1);
        assertThat(regulated.duty).as("0 is off for every module").isZero();
    }

    @Test
    void aFullModuleRegulatesByItselfWhenToldSo() {
        block.volts = 13.80;
        room.duty(1, 0xFFFF);
        pass(1);
        assertThat(block.duty).isBetween(0.01, 0.99);
    }

    @Test
    void measuresResistanceIn3SecondsWithItsBypassOff() {
        WireFrame none = master.askOne(WireType.RESISTANCE, 1);
        assertThat(none.u32At(0)).isEqualTo(0xFFFF_FFFFL);
        assertThat(none.u16At(6)).isEqualTo(0xFFFF);
        room.duty(1, 10_000);
        assertThat(master.askOne(WireType.START_RESISTANCE, 1).u8At(0)).isZero();
        assertThat(block.duty).isZero();
        assertThat(master.askOne(WireType.START_RESISTANCE, 1).u8At(0)).as("busy").isEqualTo(1);
        room.clock.pass(2_999);
        master.ask(WireType.SAMPLE, 0, 3);
        WireFrame meanwhile = master.askOne(WireType.COLLECT, 1, 1);
        assertThat(meanwhile.u16At(0)).isEqualTo(13_624);
        assertThat(meanwhile.u8At(4)).as("neither attention nor bypass nor guard").isEqualTo(3);
        assertThat(module.isMeasuringResistance()).isTrue();
        room.clock.pass(1);
        room.line.tick();
        assertThat(block.duty).isEqualTo(1);
        assertThat(master.askOne(WireType.STATUS, 1, 0, 0).u16At(0)).isEqualTo(DeviceReasons.RESISTANCE);
        room.clock.pass(7_500);
        WireFrame measured = master.askOne(WireType.RESISTANCE, 1);
        assertThat(measured.u32At(0)).isEqualTo(4_200);
        assertThat(measured.i16At(4)).isEqualTo(253);
        assertThat(measured.u16At(6)).isEqualTo(7);
        room.clock.pass(100_000_000);
        assertThat(master.askOne(WireType.RESISTANCE, 1).u16At(6)).isEqualTo(0xFFFF);
    }

    @Test
    void refusesToLoadABlockThatItsGuardProtects() {
        block.celsius = 71;
        assertThat(master.askOne(WireType.START_RESISTANCE, 1).u8At(0)).isEqualTo(3);
    }

    @Test
    void losesEverythingButItsAddressInARestart() {
        room.duty(1, 10_000);
        master.ask(WireType.SAMPLE, 0, 9);
        room.clock.pass(90_000);
        room.duty(1, 10_000);
        module.restart();
        assertThat(block.duty).isZero();
        room.clock.pass(12_345);
        WireFrame measured = master.askOne(WireType.READ, 1);
        assertThat(measured.u16At(0)).isEqualTo(0xFFFF);
        assertThat(measured.u8At(4)).as("attention").isEqualTo(0x80);
        WireFrame status = master.askOne(WireType.STATUS, 1, 0, 0);
        assertThat(status.u16At(0)).isEqualTo(DeviceReasons.RESTARTED);
        assertThat(status.u32At(2)).isEqualTo(12);
    }

    private void pass(int seconds) {
        room.clock.pass(seconds * 1_000L);
        room.line.tick();
    }
}
