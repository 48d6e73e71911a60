// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireRelayModuleTest {

    private static final int AUX = 7;

    private final TestRoom room = TestRoom.unpaced(0);
    private final TestMaster master = room.master;
    private final Map<Integer, Boolean> energised = new TreeMap<>();
    private final boolean[] closed = new boolean[4];
    private int times;
    private final WireRelayModule module = new WireRelayModule(15, 42, 200, new RelayTerminals() {
        @Override
        public void energise(int relay, boolean on) {
            times += on ? 1 : 0;
            energised.put(relay, on);
        }

        @Override
        public boolean closed(int input) {
            return closed[input - 1];
        }
    }, room.clock);

    @BeforeEach
    void connect() {
        module.readdress(AUX);
        room.line.add(module);
    }

    private WireFrame set(int relay, int action, int pulseMillis, int number) {
        return master.askOne(WireType.RELAY_SET, AUX, relay, action, pulseMillis >> 8, pulseMillis & 0xFF, number);
    }

    private void pass(long millis) {
        room.clock.pass(millis);
        module.tick();
    }

    @Test
    void startsWithEveryRelayReleased() {
        assertThat(energised).isEqualTo(Map.of(1, false, 2, false, 3, false, 4, false));
        WireFrame are = master.askOne(WireType.RELAY_READ, AUX);
        assertThat(are.toString()).startsWith("E7 04 71 00 07 00 00 0F 3C");
    }

    @Test
    void answersWithTheStateAfterTheOrder() {
        assertThat(set(2, 1, 0, 1).toString()).startsWith("E7 04 71 00 07 02 00 0F 3C");
        assertThat(set(4, 2, 500, 2).toString()).startsWith("E7 04 71 00 07 0A 08 0F 3C");
        pass(500);
        assertThat(master.askOne(WireType.RELAY_READ, AUX).u8At(0)).isEqualTo(0b0010);
        assertThat(set(2, 0, 0, 3).u8At(0)).isZero();
    }

    @Test
    void aRepeatedNumberIsTheSameOrderForTenSeconds() {
        set(1, 2, 100, 9);
        pass(60);
        set(1, 2, 100, 9);
        pass(60);
        assertThat(energised.get(1)).as("not prolonged").isFalse();
        set(1, 2, 100, 9);
        assertThat(energised.get(1)).as("not begun again").isFalse();
        assertThat(times).isEqualTo(1);
        pass(10_000);
        set(1, 2, 100, 9);
        assertThat(energised.get(1)).as("a new order").isTrue();
        set(1, 2, 100, 10);
        pass(60);
        assertThat(set(1, 2, 100, 11).u8At(1)).isEqualTo(1);
        pass(60);
        assertThat(energised.get(1)).as("another number begins anew").isTrue();
    }

    @Test
    void refusesWhatItCannotDo() {
        for (int[] wrong : new int[][] {{0, 1, 0}, {5, 1, 0}, {1, 3, 0}, {1, 2, 19}, {1, 2, 60_001}, {1, 1, 100}}) {
            WireFrame answer = set(wrong[0], wrong[1], wrong[2], 1);
            assertThat(answer.type()).isEqualTo(WireType.ACK);
            assertThat(answer.u8At(0)).isEqualTo(3);
        }
        assertThat(master.askOne(WireType.RELAY_SILENCE, AUX, 1, 251).u8At(0)).isEqualTo(3);
        assertThat(times).isZero();
        assertThatThrownBy(() -> new WireRelayModule(14, 1, 1, null, room.clock)).hasMessageContaining("15 or 16");
    }

    @Test
    void whenTheLineIsSilentItDoesWhatWasSaid() {
        master.ask(WireType.RELAY_SILENCE, AUX, 0b0010, 30);
        set(1, 1, 0, 1);
        set(2, 1, 0, 2);
        pass(29_000);
        assertThat(energised.get(2)).isTrue();
        master.ask(WireType.SAMPLE, 0, 4);
        pass(29_000);
        assertThat(energised.get(2)).as("any frame of the server counts").isTrue();
        pass(1_000);
        assertThat(energised).containsEntry(1, true).containsEntry(2, false);
    }

    @Test
    void reportsInputsWithTheirChanges() {
        closed[2] = true;
        module.tick();
        closed[2] = false;
        module.tick();
        closed[0] = true;
        master.ask(WireType.SAMPLE, 0, 4);
        WireFrame measured = master.askOne(WireType.COLLECT, AUX, 1);
        assertThat(measured.type()).isEqualTo(WireType.MEASURED_CONTACTS);
        assertThat(measured.u8At(1)).isEqualTo(0b0001);
        assertThat(measured.u16At(2)).isEqualTo(0x0201);
        assertThat(measured.u8At(4)).as("attention, seq 4").isEqualTo(0x84);
        assertThat(master.askOne(WireType.INPUT_READ, AUX).toString()).startsWith("E7 03 73 00 07 01 02 01");
    }

    @Test
    void aRestartReleasesEverything() {
        set(3, 1, 0, 1);
        master.ask(WireType.RELAY_SILENCE, AUX, 0, 30);
        module.restart();
        assertThat(energised.get(3)).isFalse();
        assertThat(master.askOne(WireType.RELAY_READ, AUX).toString()).startsWith("E7 04 71 00 07 00 00 0F 3C");
    }

    @Test
    void aConverterHasTwoRelaysAndNoInputs() {
        WireRelayModule converter = new WireRelayModule(16, 43, 200, new RelayTerminals() {
            @Override
            public void energise(int relay, boolean on) {}

            @Override
            public boolean closed(int input) {
                throw new AssertionError("it has no inputs");
            }
        }, room.clock);
        converter.readdress(8);
        room.line.add(converter);
        assertThat(master.askOne(WireType.RELAY_SET, 8, 2, 1, 0, 0, 1).u8At(0)).isEqualTo(0b0010);
        assertThat(master.askOne(WireType.RELAY_SET, 8, 3, 1, 0, 0, 1).type()).isEqualTo(WireType.ACK);
    }
}
