// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.evenfloat.application.northbound.ClientTally;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.domain.access.Actor;

/**
 * Answers what a serial line asks of this server, after the silence that ends a frame; keeps silent on frames for others, on
 * broken ones, and on what is for all. Used by one thread.
 */
final class SerialTurns {

    /** What the audit calls whoever asks over a line. */
    static final String MASTER = "the MODBUS master";

    private static final int BROADCAST = 0;
    private static final int BITS_A_CHARACTER = 11;
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    /** 3.5 characters end a frame; above 19200 baud a fixed 1.75 ms does (MODBUS over Serial Line V1.02, §2.5.1.1). */
    private static final double END_CHARACTERS = 3.5;
    private static final long LEAST_END_NANOS = 1_750_000;
    /** Operating systems and USB converters deliver one frame in pieces: a shorter pause is none on the wire. */
    private static final long LEAST_SILENCE_NANOS = 30_000_000;
    /** Longer than this no master waits; the order goes on, and the answer is that it is being worked on. */
    private static final long ORDER_MILLIS = 500;
    private static final int BUFFER = 600;

    private final ModbusSettings.Serial settings;
    private final Desk desk;
    private final FrameReader reader;
    private final Actor who;
    private final ClientTally tally;
    private final long endNanos;
    private final byte[] out = new byte[BUFFER];

    SerialTurns(ModbusSettings.Serial settings, Desk desk) {
        this(settings, desk, Math.max(LEAST_END_NANOS,
                (long) (END_CHARACTERS * BITS_A_CHARACTER * NANOS_A_SECOND / settings.baud())));
    }

    /** @param endNanos silence that ends a frame */
    SerialTurns(ModbusSettings.Serial settings, Desk desk, long endNanos) {
        this.settings = settings;
        this.desk = desk;
        this.endNanos = endNanos;
        this.reader = settings.mode() == ModbusSettings.Mode.ASCII
                ? new AsciiReader() : new RtuReader(Math.max(LEAST_SILENCE_NANOS, endNanos));
        this.who = NorthboundOrders.client(MASTER, "modbus " + settings.port(), settings.may());
        this.tally = desk.tally().client(settings.port(), MASTER, settings.mode() + " " + settings.baud() + " Bd");
    }

    /** Takes bytes that came after so long a silence, and hands over answers as they are to be sent. */
    void take(byte[] bytes, int count, long silentNanos, Consumer<byte[]> send) {
        long cameNanos = System.nanoTime();
        long broken = reader.broken();
        reader.take(bytes, count, silentNanos, (frame, at, length) -> {
            int answer = answer(frame, at, length);
            if (answer > 0) {
                LockSupport.parkNanos(endNanos - (System.nanoTime() - cameNanos));
                send.accept(Arrays.copyOf(out, reader.frame(out, answer)));
            }
        });
        if (reader.broken() > broken) {
            desk.tally().broken("modbus " + settings.port() + " - a broken frame");
        }
    }

    /** Makes the answer to a frame, from unit id on, and returns its length; 0 for none. */
    private int answer(byte[] frame, int at, int length) {
        int unit = frame[at] & 0xFF;
        int page = unit == BROADCAST ? 0 : desk.page(unit);
        if (page < 0) {
            return 0;
        }
        out[0] = frame[at];
        int answer = desk.answers().answer(desk.image(), page, frame, at + 1, length - 1, out, 1);
        if (answer == Answers.WRITES) {
            answer = write(page, frame, at + 1, length - 1);
        }
        if (unit == BROADCAST) {
            return 0;
        }
        desk.tally().answered(tally, 1, answer == 2 ? 1 : 0, System.nanoTime());
        return 1 + answer;
    }

    private int write(int page, byte[] frame, int at, int length) {
        WriteRequest request = WriteRequest.read(desk.map(), page, frame, at, length, settings.may());
        ExceptionCode refused = request.refused();
        if (refused == null) {
            refused = desk.carriedOut(who, request, ORDER_MILLIS);
        }
        if (refused != null) {
            return Answers.refuse(frame[at], refused, out, 1);
        }
        System.arraycopy(frame, at, out, 1, request.echo());
        return request.echo();
    }
}
