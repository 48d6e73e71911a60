// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.simulator.wire.fault.LostAnswers;
import org.junit.jupiter.api.Test;

class DeviceStatusTest {

    private final TestRoom room = TestRoom.unpaced(1);
    private final TestMaster master = room.master;
    private final WireModule module = room.modules.get(0);
    private final FixedBlock block = room.blocks.get(0);

    @Test
    void keepsAReasonUntilItIsClearedByName() {
        assertThat(attention()).isTrue();
        assertThat(status(0)).isEqualTo(DeviceReasons.RESTARTED);
        module.press();
        assertThat(status(DeviceReasons.RESTARTED)).isEqualTo(DeviceReasons.BUTTON);
        assertThat(attention()).isTrue();
        assertThat(status(DeviceReasons.RESTARTED)).isEqualTo(DeviceReasons.BUTTON);
        assertThat(status(DeviceReasons.BUTTON)).isZero();
        assertThat(attention()).isFalse();
    }

    @Test
    void aLostAnswerLosesNothing() {
        module.press();
        LostAnswers lost = new LostAnswers(1, TestRoom.SEED);
        room.line.add(lost);
        assertThat(master.ask(WireType.STATUS, 1, 0, 0)).isEmpty();
        assertThat(lost.happened()).isEqualTo(1);
        room.line.remove(lost);
        assertThat(attention()).isTrue();
        assertThat(status(0)).isEqualTo(DeviceReasons.RESTARTED | DeviceReasons.BUTTON);
    }

    @Test
    void anEventThatComesBetweenSurvivesTheClearingOfOthers() {
        assertThat(status(0)).isEqualTo(DeviceReasons.RESTARTED);
        module.press();
        assertThat(status(DeviceReasons.RESTARTED)).isEqualTo(DeviceReasons.BUTTON);
    }

    @Test
    void clearingAStateEndsOnlyItsAttention() {
        room.settled();
        block.celsius = 75;
        assertThat(attention()).isTrue();
        assertThat(status(0)).isEqualTo(DeviceReasons.GUARD);
        assertThat(status(DeviceReasons.GUARD)).isEqualTo(DeviceReasons.GUARD);
        assertThat(attention()).isFalse();
        block.celsius = 25;
        assertThat(attention()).as("the end of a state is a change too").isTrue();
        assertThat(status(DeviceReasons.GUARD)).isZero();
        assertThat(attention()).isFalse();
    }

    @Test
    void reportsAFaultFoundByItsSelfTest() {
        room.settled();
        module.fault(true);
        assertThat(attention()).isTrue();
        assertThat(status(0)).isEqualTo(DeviceReasons.FAULT);
        assertThat(module.leds()).isEqualTo(WireLeds.RED);
        module.restart();
        assertThat(status(0)).isEqualTo(DeviceReasons.FAULT | DeviceReasons.RESTARTED);
        module.fault(false);
        assertThat(status(DeviceReasons.RESTARTED)).isZero();
    }

    private int status(int clear) {
        return master.askOne(WireType.STATUS, 1, clear >> 8, clear & 0xFF).u16At(0);
    }

    private boolean attention() {
        return (master.askOne(WireType.READ, 1).u8At(4) & 0x80) != 0;
    }
}
