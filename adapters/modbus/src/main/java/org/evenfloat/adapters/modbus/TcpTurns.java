// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.util.function.Consumer;

/**
 * Takes requests from the bytes of a connection and answers them: as many as came at once with one read and, as a rule, one
 * write. Source of the frame: MODBUS Messaging on TCP/IP Implementation Guide V1.0b, §3.1.3.
 */
final class TcpTurns {

    private static final int IN = 4_096;
    private static final int OUT = 16_384;
    private static final int HEAD = 7;
    private static final int BEFORE_LENGTH = 6;
    private static final int LEAST_LENGTH = 2;
    private static final int MOST_LENGTH = 1 + Answers.MOST_PDU;
    private static final int ROOM = HEAD + Answers.MOST_PDU;
    private static final int ANY_UNIT = 0xFF;

    private final Desk desk;
    private final Consumer<Runnable> later;
    private final byte[] in = new byte[IN];
    private final byte[] out = new byte[OUT];
    private final byte[] told = new byte[ROOM];
    private final ByteBuffer departing = ByteBuffer.allocateDirect(OUT);
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(IN);

    /** @param later runs something on the thread of the connections, as soon as that can be */
    TcpTurns(Desk desk, Consumer<Runnable> later) {
        this.desk = desk;
        this.later = later;
    }

    /** Reads and answers; returns whether the connection goes on. */
    boolean readable(TcpConnection connection) throws IOException {
        int had = connection.rest(in);
        int count = connection.channel.read(arrived.clear().limit(IN - had));
        if (count < 0) {
            return false;
        }
        arrived.flip().get(in, had, count);
        return answer(connection, had + count);
    }

    /** Sends on, and answers what has waited for that; returns whether the connection goes on. */
    boolean writable(TcpConnection connection) throws IOException {
        return !connection.sendOn(System.nanoTime()) || connection.waiting() || answer(connection, connection.rest(in));
    }

    private boolean answer(TcpConnection connection, int end) throws IOException {
        long now = System.nanoTime();
        int at = 0;
        int length = 0;
        long requests = 0;
        long refused = 0;
        boolean sound = true;
        RegisterImage image = desk.image();
        while (end - at >= BEFORE_LENGTH && !connection.waiting() && !connection.hasUnsent()) {
            int follows = Answers.word(in, at + 4);
            sound = Answers.word(in, at + 2) == 0 && follows >= LEAST_LENGTH && follows <= MOST_LENGTH;
            if (!sound || end - at < BEFORE_LENGTH + follows) {
                break;
            }
            int answered = answer(connection, image, at, follows, length);
            requests++;
            refused += answered == HEAD + 2 ? 1 : 0;
            length += answered;
            at += BEFORE_LENGTH + follows;
            if (OUT - length < ROOM) {
                connection.send(out, length, departing, now);
                length = 0;
            }
        }
        if (requests > 0) {
            connection.asked(now);
            desk.tally().answered(connection.tally, requests, refused, now);
        }
        if (length > 0) {
            connection.send(out, length, departing, now);
        }
        if (!sound) {
            desk.tally().broken(connection.who.from() + " - bytes that are no MODBUS/TCP");
            return false;
        }
        connection.keep(in, at, end, now);
        return true;
    }

    /** Answers one request and returns the length of the answer; 0 when it comes later. */
    private int answer(TcpConnection connection, RegisterImage image, int at, int follows, int to) {
        int unit = in[at + BEFORE_LENGTH] & 0xFF;
        int page = unit == 0 || unit == ANY_UNIT ? 0 : desk.page(unit);
        int length;
        if (page < 0) {
            length = Answers.refuse(
                    in[at + HEAD], ExceptionCode.GATEWAY_TARGET_DEVICE_FAILED_TO_RESPOND, out, to + HEAD);
        } else {
            length = desk.answers().answer(image, page, in, at + HEAD, follows - 1, out, to + HEAD);
        }
        if (length == Answers.WRITES) {
            WriteRequest request =
                    WriteRequest.read(desk.map(), page, in, at + HEAD, follows - 1, connection.may);
            if (request.refused() == null) {
                write(connection, request, at);
                return 0;
            }
            length = Answers.refuse(in[at + HEAD], request.refused(), out, to + HEAD);
        }
        head(at, length, out, to);
        return HEAD + length;
    }

    private void head(int at, int length, byte[] target, int to) {
        System.arraycopy(in, at, target, to, HEAD);
        target[to + 4] = (byte) (length + 1 >> Byte.SIZE);
        target[to + 5] = (byte) (length + 1);
    }

    private void write(TcpConnection connection, WriteRequest request, int at) {
        byte[] echo = new byte[HEAD + request.echo()];
        System.arraycopy(in, at, echo, 0, echo.length);
        connection.await();
        desk.carryOut(connection.who, request, refused -> later.accept(() -> written(connection, echo, refused)));
    }

    private void written(TcpConnection connection, byte[] echo, ExceptionCode refused) {
        try {
            System.arraycopy(echo, 0, told, 0, echo.length);
            int length = refused == null ? echo.length - HEAD : Answers.refuse(echo[HEAD], refused, told, HEAD);
            told[4] = 0;
            told[5] = (byte) (length + 1);
            long now = System.nanoTime();
            connection.awaited();
            connection.asked(now);
            connection.send(told, HEAD + length, departing, now);
            if (!connection.hasUnsent() && !answer(connection, connection.rest(in))) {
                connection.close();
            }
        } catch (IOException | CancelledKeyException gone) {
            connection.close();
        }
    }
}
