// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.junit.jupiter.api.Test;

final class SearchTest {

    /** Serial number to address. */
    private final Map<Long, Integer> devices = new HashMap<>();
    private final VirtualLine line = new VirtualLine(115_200, this::asked);
    private final SlottedModuleBus bus = line.bus(Rosters.modules(1));

    private boolean bitByBit;

    private void asked(byte[] request, VirtualLine self) {
        if (Bytes.type(request) != FrameType.SEARCH) {
            return;
        }
        int filter = Bytes.address(request);
        int bits = Bytes.u8(request, 0);
        long prefix = (long) Bytes.u16(request, 1) << 16 | Bytes.u16(request, 3);
        TreeMap<Integer, byte[]> slots = new TreeMap<>();
        devices.forEach((serial, address) -> {
            boolean meant = filter == 0 || filter == address || filter == 0xFFFE && address == 0;
            if (meant && (serial ^ prefix) >>> 32 - bits == 0) {
                int slot = bits == 32 ? 0 : (int) (serial >> 28 - bits) & 0x0F;
                slots.merge(slot, Bytes.identity(address, serial.intValue(), 20), this::collide);
            }
        });
        slots.forEach((slot, bytes) -> self.replyInSlot(slot, 18, bytes));
    }

    /** Two drivers on one line: nothing readable survives, or bit by bit what is alike. */
    private byte[] collide(byte[] one, byte[] other) {
        byte[] mixed = one.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (bitByBit ? one[i] & other[i] : one[i] + other[i] + 1);
        }
        if (bitByBit) {
            mixed[mixed.length - 1] ^= 1;
        }
        return mixed;
    }

    private static List<Long> serials(List<ModuleIdentity> found) {
        return found.stream().map(ModuleIdentity::serial).toList();
    }

    @Test
    void findsNobodyOnAnEmptyLine() throws Exception {
        assertThat(bus.search()).isEmpty();
        assertThat(line.sent).hasSize(1);
    }

    @Test
    void findsAllInOrderOfSerialNumberHoweverTheyCollide() {
        SeededCases.check("search finds all", 60, draw -> {
            devices.clear();
            bitByBit = draw.permille(500);
            int common = draw.between(0, 31);
            int base = draw.bits();
            for (int i = draw.between(1, 40); i > 0; i--) {
                int serial = base ^ (draw.bits() >>> common);
                devices.put(serial & 0xFFFF_FFFFL, draw.between(0, 3));
            }
            assertThat(serials(bus.search())).containsExactlyElementsOf(new TreeSet<>(devices.keySet()));
        });
    }

    @Test
    void finds600DevicesInAMinute() throws Exception {
        SeededCases.Draw draw = SeededCases.one();
        while (devices.size() < 600) {
            devices.put(draw.bits() & 0xFFFF_FFFFL, 0);
        }
        assertThat(bus.search()).as("seed " + draw.seed()).hasSize(600);
        assertThat(line.now).isLessThan(60_000_000_000L);
    }

    @Test
    void followsWhatCollidingAnswersHaveInCommon() throws Exception {
        bitByBit = true;
        devices.putAll(Map.of(0xA1B2C3D0L, 1, 0xA1B2C3D1L, 2, 0xA1B2C3D7L, 3));
        assertThat(bus.search()).hasSize(3);
        assertThat(line.sent).hasSize(8);
    }

    @Test
    void tellsTwoDevicesWithOneAddressApart() throws Exception {
        devices.putAll(Map.of(0xF0E7D001L, 17, 0xF0E7D002L, 17, 0x00000003L, 18));
        assertThat(serials(bus.identifyAll(17))).containsExactly(0xF0E7D001L, 0xF0E7D002L);
        assertThat(serials(bus.identifyAll(18))).containsExactly(3L);
        assertThat(bus.identifyAll(19)).isEmpty();
    }

    @Test
    void givesUpWhenEverythingIsNoise() {
        VirtualLine noisy = new VirtualLine(115_200, (request, self) -> self.reply(self.turn(), new byte[64]));
        assertThatThrownBy(() -> noisy.bus(Rosters.modules(1)).search()).isInstanceOf(LineFailure.class)
                .hasMessageContaining("search given up after 2000 questions");
    }
}
