// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;

/** A MODBUS/TCP client that sends what it is told and checks only the frame around the answer. */
final class MbapClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private int transaction;

    MbapClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Asks over a socket that is connected. */
    MbapClient(Socket connected) throws IOException {
        socket = connected;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
    }

    Socket socket() {
        return socket;
    }

    /** Returns the answer, without its frame, to a request without its frame. */
    byte[] ask(int unit, byte[] pdu) throws IOException {
        transaction = transaction + 1 & 0xFFFF;
        byte[] frame = frame(transaction, unit, pdu);
        out.write(frame);
        int id = in.readUnsignedShort();
        int protocol = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        int answering = in.readUnsignedByte();
        if (id != transaction || protocol != 0 || answering != unit) {
            throw new IOException("transaction " + id + ", protocol " + protocol + ", unit " + answering);
        }
        return in.readNBytes(length - 1);
    }

    static byte[] frame(int transaction, int unit, byte[] pdu) {
        byte[] frame = new byte[7 + pdu.length];
        frame[0] = (byte) (transaction >> 8);
        frame[1] = (byte) transaction;
        frame[4] = (byte) (pdu.length + 1 >> 8);
        frame[5] = (byte) (pdu.length + 1);
        frame[6] = (byte) unit;
        System.arraycopy(pdu, 0, frame, 7, pdu.length);
        return frame;
    }

    /** The same in hexadecimal digits. */
    String ask(int unit, String pdu) throws IOException {
        return HexFormat.of().withUpperCase().formatHex(ask(unit, HexFormat.of().parseHex(pdu.replace(" ", ""))));
    }

    /** Reads holding registers. */
    int[] registers(int unit, int first, int count) throws IOException {
        return words(ask(unit, new byte[] {3, (byte) (first >> 8), (byte) first, (byte) (count >> 8), (byte) count}));
    }

    static int[] words(byte[] answer) throws IOException {
        if (answer[0] != 3) {
            throw new IOException("exception " + answer[1]);
        }
        int[] words = new int[(answer[1] & 0xFF) / 2];
        Arrays.setAll(words, i -> (answer[2 + 2 * i] & 0xFF) << 8 | answer[3 + 2 * i] & 0xFF);
        return words;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
