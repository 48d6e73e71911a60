// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.simulator.wire.fault.DeadDevice;
import org.evenfloat.simulator.wire.fault.SharedAddress;
import org.junit.jupiter.api.Test;

class SlotTest {

    private static final long MILLI = 1_000_000;

    @Test
    void answersComeInTheOrderOfAddressesNotOfDevices() {
        TestRoom room = TestRoom.unpaced(0);
        for (int address : new int[] {12, 3, 33, 7, 2, 1}) {
            room.add(1000 + address, address);
        }
        assertThat(room.master.ask(WireType.COLLECT, 2, 31)).extracting(WireFrame::address)
                .containsExactly(2, 3, 7, 12);
        assertThat(room.master.ask(WireType.COLLECT, 2, 32)).extracting(WireFrame::address)
                .containsExactly(2, 3, 7, 12, 33);
        assertThat(room.master.ask(WireType.COLLECT, 2, 33)).as("more than a window").isEmpty();
        assertThat(room.master.ask(WireType.COLLECT, 0, 3)).extracting(WireFrame::address).containsExactly(1, 2);
    }

    @Test
    void everyAnswerIsInItsOwnSlotOnAPacedLine() {
        for (int baud : new int[] {9_600, 38_400, 115_200}) {
            TestRoom room = new TestRoom(WirePace.at(baud), 8);
            room.line.add(new DeadDevice(room.modules.get(2)));
            TestMaster master = room.master;
            long requestEnd = master.nowNanos + room.line.pace().charactersNanos(8);
            List<WireFrame> frames = master.ask(WireType.COLLECT, 1, 8);
            assertThat(frames).extracting(WireFrame::address).containsExactly(1, 2, 4, 5, 6, 7, 8);
            double charNanos = 1e10 / baud;
            double turn = Math.max(4 * charNanos, MILLI);
            for (int number = 0; number < 7; number++) {
                int slot = number < 2 ? number : number + 1;
                for (int at = 0; at < 12; at++) {
                    long arrived = master.arrivals.get(number * 12 + at).nanos();
                    double carried = requestEnd + turn + (slot * 14 + at + 1) * charNanos;
                    assertThat((double) arrived).as("%d baud, slot %d, byte %d", baud, slot, at)
                            .isBetween(carried - 1, carried + MILLI);
                }
                double end = requestEnd + turn + (slot * 14 + 12) * charNanos;
                assertThat((double) master.arrivals.get(number * 12 + 11).nanos()).isBetween(end - 1, end + 100);
            }
        }
    }

    @Test
    void aRequestThatFollowsAnotherBeginsWhenThatHasEnded() {
        TestRoom room = new TestRoom(WirePace.at(9_600), 1);
        TestMaster master = room.master;
        byte[] duty = TestMaster.frame(WireType.DUTY, 1, 0x35, 0x34, 60, 0x27, 0x10).toBytes();
        byte[] read = TestMaster.frame(WireType.READ, 1).toBytes();
        long begin = master.nowNanos;
        master.send(duty);
        assertThat(room.blocks.get(0).duty).as("still on the wire").isZero();
        master.send(read);
        master.rest();
        WirePace pace = room.line.pace();
        long carried = pace.charactersNanos(duty.length + read.length + 1) + pace.turnNanos();
        assertThat(master.frames()).hasSize(1);
        assertThat(master.arrivals.get(0).nanos() - begin).isBetween(carried - 10, carried + 10);
        assertThat(room.blocks.get(0).duty).isEqualTo(1);
    }

    @Test
    void valuesAreThereWhenTheConversionHasEnded() {
        TestRoom room = new TestRoom(WirePace.at(115_200), 1).settled();
        TestMaster master = room.master;
        room.duty(1, 10_000);
        master.send(TestMaster.frame(WireType.SAMPLE, 0, 6).toBytes());
        master.pass(100);
        assertThat(room.blocks.get(0).duty).as("paused").isZero();
        master.send(TestMaster.frame(WireType.COLLECT, 1, 1).toBytes());
        master.pass(10);
        assertThat(master.frames()).hasSize(1);
        assertThat(master.frames().get(0).u16At(0)).as("too early").isEqualTo(0xFFFF);
        master.pass(15);
        assertThat(room.blocks.get(0).duty).isEqualTo(1);
        assertThat(master.askOne(WireType.COLLECT, 1, 1).toBytes()).containsSequence(0x35, 0x38).contains(0x46);
    }

    @Test
    void answersInOneSlotCollide() {
        TestRoom room = TestRoom.unpaced(4);
        SharedAddress shared = new SharedAddress(room.modules.get(3), 2);
        room.line.add(shared);
        assertThat(room.master.ask(WireType.COLLECT, 1, 4)).extracting(WireFrame::address).containsExactly(1, 3);
        assertThat(shared.happened()).isEqualTo(1);
        assertThat(room.line.collisions()).isEqualTo(1);
        assertThat(room.master.arrivals).as("garbled, not silent").hasSize(36);
        assertThat(room.master.arrivals.get(12).value()).as("both begin alike").isEqualTo(0xE7);
        room.blocks.get(3).volts = 13.1;
        room.master.ask(WireType.SAMPLE, 0, 1);
        assertThat(room.master.ask(WireType.READ, 2)).isEmpty();
        assertThat(room.master.arrivals).hasSize(12);
        room.line.remove(shared);
        assertThat(room.master.ask(WireType.COLLECT, 1, 4)).hasSize(4);
    }

    @Test
    void aMasterThatTalksIntoAnAnswerSpoilsBoth() {
        TestRoom room = new TestRoom(WirePace.at(9_600), 2);
        TestMaster master = room.master;
        master.send(TestMaster.frame(WireType.COLLECT, 1, 2).toBytes());
        master.pass(15);
        assertThat(master.arrivals).hasSizeBetween(1, 11);
        master.send(TestMaster.frame(WireType.READ, 2).toBytes());
        master.rest();
        assertThat(room.line.clashes()).isEqualTo(1);
        assertThat(room.line.requests()).isEqualTo(1);
        assertThat(master.frames()).extracting(WireFrame::address).containsExactly(2);
    }

    @Test
    void startsAnewAfterAGapInARequest() {
        TestRoom room = new TestRoom(WirePace.at(115_200), 1);
        TestMaster master = room.master;
        byte[] read = TestMaster.frame(WireType.READ, 1).toBytes();
        master.send(TestMaster.hex("E7 C8 41 00"));
        master.pass(19);
        master.send(read);
        master.pass(10);
        assertThat(master.arrivals).as("still within the frame").isEmpty();
        master.pass(21);
        assertThat(master.frames()).as("the read was found behind the broken frame").hasSize(1);
        assertThat(master.ask(read)).hasSize(1);
    }

    @Test
    void ignoresWhatIsNoRequestOfTheDocument() {
        TestRoom room = TestRoom.unpaced(1);
        WireFrame[] foreign = {
            TestMaster.frame(WireType.READ | 0x80, 1), TestMaster.frame(0x1F, 1), TestMaster.frame(0x3F, 1),
            TestMaster.frame(WireType.STATUS, 1), TestMaster.frame(WireType.ECHO, 1), TestMaster.frame(0, 1),
            TestMaster.frame(WireType.READ, 1, 0), TestMaster.frame(WireType.ECHO, 1, new int[65]),
            TestMaster.frame(WireType.SLEEP, 1, 1),
            TestMaster.frame(WireType.RESET_ADDRESSES, 1, 0x52, 0x53, 0x45, 0x54)
        };
        for (WireFrame frame : foreign) {
            assertThat(room.master.ask(frame.toBytes())).as("type %02X", frame.type()).isEmpty();
        }
        assertThat(room.master.ask(WireType.READ, 1)).hasSize(1);
    }

    @Test
    void answersEchoIdentifyAndBlink() {
        TestRoom room = TestRoom.unpaced(1);
        assertThat(room.master.askOne(WireType.ECHO, 1, 0x55, 0xAA, 0xE7, 0xFF).toBytes())
                .isEqualTo(TestMaster.frame(WireType.ECHOED, 1, 0x55, 0xAA, 0xE7, 0xFF).toBytes());
        WireFrame identity = room.master.askOne(WireType.IDENTIFY, 1);
        assertThat(identity.type()).isEqualTo(WireType.IDENTITY);
        assertThat(identity.u32At(0)).isEqualTo(0x1000_0000L);
        assertThat(identity.u8At(4)).isEqualTo(20);
        assertThat(identity.u16At(5)).isEqualTo(104);
        assertThat(identity.u16At(7)).isEqualTo(1);
        assertThat(room.master.askOne(WireType.BLINK, 1, 5).u8At(0)).isZero();
        room.clock.pass(4_999);
        assertThat(room.modules.get(0).leds()).isEqualTo(WireLeds.RED_GREEN);
        room.clock.pass(1);
        assertThat(room.modules.get(0).leds()).isEqualTo(WireLeds.GREEN_SHORT);
    }
}
