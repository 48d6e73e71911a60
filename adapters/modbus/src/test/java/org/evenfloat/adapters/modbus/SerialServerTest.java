// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.contracts.Eventually;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.simulator.wire.transport.PseudoTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A master on the far end of a pseudo-terminal. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SerialServerTest {

    /** A master that is in a hurry waits for so long. */
    private static final long ANSWER_NANOS = 200_000_000;
    private static final int QUIET_MILLIS = 150;
    private static final int TRIES = 30;

    private PseudoTerminal terminal;
    private ModbusServer server;

    private void serve(int baud, ModbusSettings.Mode mode) throws Exception {
        NorthboundRoom room = new NorthboundRoom(2, 10);
        terminal = new PseudoTerminal();
        server = new ModbusServer(new ModbusSettings(Optional.empty(), 1, List.of(), List.of(), List.of(
                new ModbusSettings.Serial(terminal.path(), baud, ModbusSettings.Parity.NONE, mode, Set.of())),
                BacsScales.STANDARD), room.table(), "1.2.3", "Room", new NorthboundOrders(null, null, null));
        server.start();
        server.show(room.image());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        terminal.close();
    }

    private static byte[] rtu(String pdu) {
        byte[] bytes = HexFormat.of().parseHex(pdu.replace(" ", ""));
        byte[] frame = Arrays.copyOf(bytes, bytes.length + 2);
        Crc.append(frame, bytes.length);
        return frame;
    }

    private byte[] read(int length) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] bytes = new byte[600];
        long begin = System.nanoTime();
        while (answer.size() < length && System.nanoTime() - begin < ANSWER_NANOS) {
            answer.write(bytes, 0, terminal.read(bytes, 50));
        }
        return answer.toByteArray();
    }

    private byte[] ask(byte[] request, int length) throws IOException {
        terminal.write(request);
        return read(length);
    }

    private void isQuiet() throws IOException {
        byte[] bytes = new byte[600];
        long begin = System.nanoTime();
        int came = 0;
        while (System.nanoTime() - begin < QUIET_MILLIS * 1_000_000L) {
            came += terminal.read(bytes, 20);
        }
        assertThat(came).as("bytes of an answer").isZero();
    }

    private void awaitOpen(byte[] request, byte[] answer) throws Exception {
        Eventually.within(20, "the port answers", () -> Arrays.equals(ask(request, answer.length), answer));
    }

    @ParameterizedTest
    @ValueSource(ints = {19_200, 115_200})
    void aMasterIsAnsweredInTime(int baud) throws Exception {
        serve(baud, ModbusSettings.Mode.RTU);
        byte[] request = rtu("01 04 03 EB 00 02");
        byte[] answer = rtu("01 04 04 00 02 00 14");
        awaitOpen(request, answer);
        long slowest = 0;
        for (int i = 0; i < TRIES; i++) {
            long begin = System.nanoTime();
            assertThat(ask(request, answer.length)).isEqualTo(answer);
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        System.out.println(baud + " baud: the slowest of " + TRIES + " answers came after " + slowest / 1_000 + " µs");
        byte[] many = ask(rtu("01 03 27 10 00 7D"), 255);
        assertThat(many).hasSize(255);
        assertThat(Crc.right(many, 0, many.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {19_200, 115_200})
    void framesForOthersAndBrokenOnesMeetSilence(int baud) throws Exception {
        serve(baud, ModbusSettings.Mode.RTU);
        byte[] request = rtu("01 03 03 EB 00 01");
        byte[] answer = rtu("01 03 02 00 02");
        awaitOpen(request, answer);
        terminal.write(rtu("02 03 03 EB 00 01"));
        isQuiet();
        // what another slave answers looks like nothing that is for us, and what follows at once is heard
        terminal.write(rtu("02 03 08 01 03 03 EB 00 01 F4 7A"));
        assertThat(ask(request, answer.length)).isEqualTo(answer);
        byte[] broken = request.clone();
        broken[5] ^= 4;
        terminal.write(broken);
        isQuiet();
        assertThat(ask(request, answer.length)).isEqualTo(answer);
        terminal.write(rtu("00 03 03 EB 00 01"));
        isQuiet();
        assertThat(server.tally().closedBroken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {19_200, 115_200})
    void asciiIsSpokenToo(int baud) throws Exception {
        serve(baud, ModbusSettings.Mode.ASCII);
        byte[] request = ":010303EB00010D\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] answer = ":0103020002F8\r\n".getBytes(StandardCharsets.US_ASCII);
        awaitOpen(request, answer);
        terminal.write(":020303EB00010C\r\n".getBytes(StandardCharsets.US_ASCII));
        isQuiet();
        terminal.write(":010303EB00010E\r\n".getBytes(StandardCharsets.US_ASCII));
        isQuiet();
        terminal.write(":0103".getBytes(StandardCharsets.US_ASCII));
        assertThat(ask(request, answer.length)).isEqualTo(answer);
    }
}
