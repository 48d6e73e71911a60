// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.contracts.SeededCases.Draw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames with a bit, a byte or a length changed: each codec answers, refuses or keeps silent, and never fails. */
class MutatedFramesTest {

    private static final int SOME = 10_000;
    private static final int MANY = 1_000_000;
    private static final List<byte[]> SOUND = List.of(
            new byte[] {3, 3, (byte) 0xE8, 0, 50}, new byte[] {4, 0x27, 0x10, 0, 125}, new byte[] {1, 0, 0x73, 0, 24},
            new byte[] {2, 0x23, (byte) 0xFA, 0, 2}, new byte[] {5, 0x23, (byte) 0xF0, (byte) 0xFF, 0},
            new byte[] {6, 0x23, (byte) 0xF1, 0, 1}, new byte[] {15, 0x23, (byte) 0xFA, 0, 2, 1, 3},
            new byte[] {16, 0x23, (byte) 0xF2, 0, 2, 4, 0, 1, 0x11, 0x70}, new byte[] {43, 14, 1, 0});

    private final NorthboundRoom room = new NorthboundRoom(2, 200);
    private final RegisterMap map = new RegisterMap(room.table(), BacsScales.STANDARD);
    private final RegisterImage image = map.render(room.image());
    private final Answers answers = new Answers(map, new Identity("1", "Room"));

    @Test
    void everyRequestIsAnsweredOrRefused() {
        requests(SOME);
    }

    @Test
    void everySerialFrameIsTakenOrLeftOut() {
        frames(SOME, ModbusSettings.Mode.RTU);
        frames(SOME, ModbusSettings.Mode.ASCII);
    }

    @Test
    @Tag("soak")
    void aMillionOfEach() {
        requests(MANY);
        frames(MANY, ModbusSettings.Mode.RTU);
        frames(MANY, ModbusSettings.Mode.ASCII);
    }

    private void requests(int count) {
        Draw draw = SeededCases.one();
        System.out.println("mutated requests: " + count + ", -Dseed=" + draw.seed());
        byte[] out = new byte[Answers.MOST_PDU];
        int answered = 0;
        for (int i = 0; i < count; i++) {
            byte[] request = mutated(draw, draw.pick(SOUND));
            int length = answers.answer(image, 0, request, 0, request.length, out, 0);
            if (length == Answers.WRITES) {
                WriteRequest write = WriteRequest.read(
                        map, 0, request, 0, request.length, Set.of(NorthboundOrder.Kind.values()));
                assertThat(write.refused() != null || write.echo() <= request.length).isTrue();
                continue;
            }
            assertThat(length).isBetween(2, Answers.MOST_PDU);
            boolean refused = (out[0] & 0x80) != 0;
            answered += refused ? 0 : 1;
            assertThat(out[0] & 0x7F).isEqualTo(request[0] & 0x7F);
        }
        assertThat(answered).as("requests that were still sound").isGreaterThan(count / 100);
    }

    private void frames(int count, ModbusSettings.Mode mode) {
        Draw draw = SeededCases.one();
        System.out.println("mutated " + mode + " frames: " + count + ", -Dseed=" + draw.seed());
        try (Desk desk = new Desk(map, new Identity("1", "Room"), new NorthboundOrders(null, null, null), 1, image)) {
            SerialTurns turns = new SerialTurns(new ModbusSettings.Serial(
                    "test", 115_200, ModbusSettings.Parity.NONE, mode, Set.of()), desk, 0);
            FrameReader framer = mode == ModbusSettings.Mode.RTU ? new RtuReader(0) : new AsciiReader();
            int[] answered = new int[1];
            for (int i = 0; i < count; i++) {
                byte[] request = draw.pick(SOUND);
                byte[] frame = new byte[600];
                frame[0] = 1;
                System.arraycopy(request, 0, frame, 1, request.length);
                int length = framer.frame(frame, request.length + 1);
                byte[] sent = Arrays.copyOf(frame, length);
                sent = draw.permille(500) ? mutated(draw, sent) : sent;
                long silence = draw.permille(900) ? Long.MAX_VALUE : 0;
                turns.take(sent, sent.length, silence, answer -> answered[0]++);
            }
            assertThat(answered[0]).as("answers").isGreaterThan(count / 4);
        }
    }

    private static byte[] mutated(Draw draw, byte[] sound) {
        byte[] bytes = sound.clone();
        switch (draw.between(0, 3)) {
            case 0 -> bytes[draw.between(0, bytes.length - 1)] ^= (byte) (1 << draw.between(0, 7));
            case 1 -> bytes[draw.between(0, bytes.length - 1)] = (byte) draw.between(0, 255);
            case 2 -> bytes = Arrays.copyOf(bytes, draw.between(1, 253));
            default -> bytes = draw.bytes(draw.between(1, 253));
        }
        return bytes;
    }
}
