// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SleepTest {

    private static final byte[] WAKE = TestMaster.frame(WireType.SLEEP, 0, 0).toBytes();

    @Test
    void sleepsWithItsBypassOffAndObeysOnlySleep0() {
        TestRoom room = TestRoom.unpaced(1).settled();
        TestMaster master = room.master;
        WireModule module = room.modules.get(0);
        room.duty(1, 10_000);
        master.ask(WireType.SLEEP, 0, 1);
        assertThat(module.isAsleep()).isTrue();
        assertThat(room.blocks.get(0).duty).isZero();
        assertThat(module.leds()).isEqualTo(WireLeds.DARK);
        assertThat(master.ask(WireType.READ, 1)).isEmpty();
        room.duty(1, 10_000);
        module.press();
        assertThat(room.blocks.get(0).duty).isZero();
        master.ask(WireType.SLEEP, 0, 0);
        assertThat(module.isAsleep()).isFalse();
        assertThat(room.blocks.get(0).duty).as("no order has survived").isZero();
        assertThat(master.askOne(WireType.STATUS, 1, 0, 0).u16At(0)).as("it has not restarted").isZero();
    }

    @Test
    void abortsAMeasurementOfResistance() {
        TestRoom room = TestRoom.unpaced(1).settled();
        room.master.ask(WireType.START_RESISTANCE, 1);
        room.master.ask(WireType.SLEEP, 0, 1);
        room.clock.pass(5_000);
        room.master.ask(WireType.SLEEP, 0, 0);
        assertThat(room.master.askOne(WireType.RESISTANCE, 1).u32At(0)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void theFirstFrameOnAQuietLineOnlyWakesTheReceiver() {
        TestRoom room = new TestRoom(WirePace.at(9_600), 1);
        TestMaster master = room.master;
        WireModule module = room.modules.get(0);
        master.ask(WireType.SLEEP, 0, 1);
        master.pass(1_000);
        master.send(WAKE);
        master.pass(100);
        assertThat(module.isAsleep()).as("its receiver slept").isTrue();
        master.send(WAKE);
        master.pass(20);
        assertThat(module.isAsleep()).as("its receiver slept again").isTrue();
        master.send(WAKE);
        master.pass(20);
        assertThat(module.isAsleep()).isFalse();
    }
}
