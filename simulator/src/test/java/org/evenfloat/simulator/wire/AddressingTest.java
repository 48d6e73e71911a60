// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressingTest {

    private static final int ALL = 0;
    private static final int UNADDRESSED = 0xFFFE;
    private static final int PRESSED = 0xFFFF;

    private final TestRoom room = TestRoom.unpaced(0);
    private final TestMaster master = room.master;

    @Test
    void devicesAnswerInTheSlotOfTheirNextFourBits() {
        TestRoom paced = new TestRoom(WirePace.at(115_200), 0);
        paced.add(0x1F00_0000L, 0);
        paced.add(0x1300_0000L, 0);
        paced.add(0x2300_0000L, 0);
        long begin = paced.master.nowNanos;
        assertThat(paced.master.ask(WireType.SEARCH, ALL, 4, 0x10, 0, 0, 0)).extracting(frame -> frame.u32At(0))
                .containsExactly(0x1300_0000L, 0x1F00_0000L);
        WirePace pace = paced.line.pace();
        long first = pace.charactersNanos(12) + pace.turnNanos();
        assertThat(paced.master.arrivals.get(15).nanos() - begin - first)
                .isBetween(pace.charactersNanos(3 * 18 + 16), pace.charactersNanos(3 * 18 + 17));
        assertThat(paced.master.arrivals.get(31).nanos() - begin - first)
                .isBetween(pace.charactersNanos(15 * 18 + 16), pace.charactersNanos(15 * 18 + 17));
    }

    @Test
    void searchFindsAllDevicesThroughTheirCollisions() {
        Random random = new Random(TestRoom.SEED);
        Set<Long> serials = new HashSet<>();
        while (serials.size() < 600) {
            // neighbours in production are neighbours in serial number
            serials.add(0x2610_0000L + random.nextInt(4000));
        }
        serials.add(0xFFFF_FFFFL);
        serials.add(0L);
        serials.forEach(serial -> room.add(serial, 0));
        List<Long> found = new ArrayList<>();
        search(ALL, 0, 0, found);
        assertThat(found).as("seed %d", TestRoom.SEED).containsExactlyInAnyOrderElementsOf(serials);
        assertThat(room.line.collisions()).isPositive();
        master.ask(WireType.SEARCH, ALL, 32, 0xFF, 0xFF, 0xFF, 0xFF);
        assertThat(master.frames()).hasSize(1);
        assertThat(master.ask(WireType.SEARCH, ALL, 5, 0, 0, 0, 0)).as("bits that are no nibbles").isEmpty();
        assertThat(master.ask(WireType.SEARCH, ALL, 36, 0, 0, 0, 0)).isEmpty();
    }

    @Test
    void searchFiltersByAddress() {
        room.add(0x1111_1111L, 5);
        room.add(0x2222_2222L, 5);
        room.add(0x3333_3333L, 6);
        room.add(0x4444_4444L, 0);
        assertThat(searched(5)).containsExactly(0x1111_1111L, 0x2222_2222L);
        assertThat(searched(UNADDRESSED)).containsExactly(0x4444_4444L);
        assertThat(searched(ALL)).hasSize(4);
        assertThat(searched(PRESSED)).isEmpty();
        assertThat(searched(0xFF00)).isEmpty();
    }

    @Test
    void assignGivesAndTakesAnAddressThatIsKept() {
        WireModule module = room.add(0xCAFE_0001L, 0);
        room.add(0xCAFE_0002L, 9);
        assertThat(module.leds()).isEqualTo(WireLeds.RED_FLASHING);
        assertThat(master.ask(WireType.READ, 0)).as("without an address it is silent").isEmpty();
        WireFrame ack = assign(0xCAFE_0001L, 0x0102);
        assertThat(ack.type()).isEqualTo(WireType.ACK);
        assertThat(ack.address()).isEqualTo(0x0102);
        assertThat(ack.u8At(0)).isZero();
        assertThat(module.leds()).isEqualTo(WireLeds.GREEN_SHORT);
        module.restart();
        assertThat(master.ask(WireType.READ, 0x0102)).hasSize(1);
        ack = assign(0xCAFE_0001L, 0xFF00);
        assertThat(ack.u8At(0)).as("reserved address").isEqualTo(3);
        assertThat(ack.address()).isEqualTo(0x0102);
        assertThat(assign(0xCAFE_0001L, 0).address()).isZero();
        assertThat(master.ask(WireType.READ, 0x0102)).isEmpty();
        assertThat(master.ask(WireType.ASSIGN, 0, 1, 2, 3, 4, 0, 7)).as("a serial number nobody has").isEmpty();
    }

    @Test
    void resetTakesTheAddressFromAllWithTheRightWordOnly() {
        room.add(1, 1);
        room.add(2, 2);
        master.ask(WireType.RESET_ADDRESSES, 0, 0x52, 0x53, 0x45, 0x55);
        assertThat(room.modules).extracting(WireModule::address).containsExactly(1, 2);
        master.ask(WireType.RESET_ADDRESSES, 0, 0x52, 0x53, 0x45, 0x54);
        assertThat(room.modules).extracting(WireModule::address).containsExactly(0, 0);
    }

    @Test
    void buttonsNameTheDevicesOneAfterTheOther() {
        WireModule first = room.add(0x1000_0001L, 0);
        WireModule second = room.add(0x1000_0002L, 0);
        first.press();
        master.ask(WireType.ADDRESSING, 0, 1);
        assertThat(searched(PRESSED)).as("pressed before").isEmpty();
        assertThat(first.leds()).isEqualTo(WireLeds.RED_GREEN);
        second.press();
        assertThat(searched(PRESSED)).containsExactly(0x1000_0002L);
        assertThat(assign(0x1000_0002L, 1).u8At(0)).isZero();
        assertThat(searched(PRESSED)).as("an address clears the press").isEmpty();
        first.press();
        master.ask(WireType.ADDRESSING, 0, 1);
        assertThat(searched(PRESSED)).as("the mode goes on").containsExactly(0x1000_0001L);
        master.ask(WireType.ADDRESSING, 0, 0);
        assertThat(searched(PRESSED)).isEmpty();
        assertThat(second.leds()).isEqualTo(WireLeds.GREEN_SHORT);
    }

    @Test
    void addressingEndsByItself15MinutesAfterTheLastFrame() {
        WireModule module = room.add(0x1000_0001L, 3);
        master.ask(WireType.ADDRESSING, 0, 1);
        room.clock.pass(10 * 60_000);
        master.ask(WireType.READ, 999);
        room.clock.pass(15 * 60_000 - 1);
        assertThat(module.leds()).isEqualTo(WireLeds.RED_GREEN);
        room.clock.pass(1);
        assertThat(module.leds()).isEqualTo(WireLeds.GREEN_SHORT);
        module.press();
        assertThat(searched(PRESSED)).isEmpty();
    }

    @Test
    void listsWhatIsAllowed() {
        WireModule module = room.add(1, 1);
        assertThatThrownBy(() -> module.readdress(0xFF00)).hasMessageContaining("0 to 65279");
        assertThatThrownBy(() -> room.add(1L << 32, 1)).hasMessageContaining("serial");
    }

    private void search(int filter, int bits, long prefix, List<Long> found) {
        List<WireFrame> frames = ask(filter, bits, prefix);
        frames.forEach(frame -> found.add(frame.u32At(0)));
        boolean garbled = master.arrivals.size() > frames.size() * 16;
        if (!garbled) {
            return;
        }
        // slots cannot be told apart without time: ask every nibble whose answer has not come
        for (long nibble = 0; nibble < 16; nibble++) {
            long longer = prefix | nibble << 28 - bits;
            boolean answered = frames.stream().anyMatch(
                    frame -> bits < 32 && (frame.u32At(0) ^ longer) >>> 28 - bits == 0);
            if (!answered) {
                search(filter, bits + 4, longer, found);
            }
        }
    }

    private List<WireFrame> ask(int filter, int bits, long prefix) {
        return master.ask(new WireFrame().start(WireType.SEARCH, filter).u8(bits).u32(prefix).end().toBytes());
    }

    private List<Long> searched(int filter) {
        return ask(filter, 0, 0).stream().map(frame -> frame.u32At(0)).toList();
    }

    private WireFrame assign(long serial, int address) {
        List<WireFrame> frames =
                master.ask(new WireFrame().start(WireType.ASSIGN, 0).u32(serial).u16(address).end().toBytes());
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }
}
