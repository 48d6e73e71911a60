// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenfloat.adapters.snmp.variables.Oid;

/** A client of versions 1 and 2c, with an encoder of its own. A request without an answer is sent again. */
final class SnmpClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 100;
    private static final int TRIES = 300;

    private final DatagramSocket socket = new DatagramSocket();
    private final String community;
    private final int version;
    private int id = 1_000;

    /**
     * One variable of an answer.
     *
     * @param value a {@link Long}, a byte array, an {@link Oid}; null for none
     */
    record Told(Oid name, int tag, Object value) {}

    /** An answer. */
    record Answer(int status, int index, List<Told> told, int bytes) {}

    SnmpClient(int port, int version, String community) throws IOException {
        this.community = community;
        this.version = version;
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static byte[] tlv(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() > 127) {
            whole.write(0x82);
            whole.write(content.size() >> 8);
        }
        whole.write(content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    static byte[] integer(int value) {
        return tlv(2, new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    static byte[] binding(Oid name, byte[] value) {
        return tlv(0x30, name.packed(), value);
    }

    byte[] message(int tag, int id, int second, int third, byte[]... bindings) {
        byte[] pdu = tlv(tag, integer(id), integer(second), integer(third), tlv(0x30, bindings));
        return tlv(0x30, integer(version), tlv(4, community.getBytes(StandardCharsets.UTF_8)), pdu);
    }

    private static byte[][] bindings(Oid... names) {
        return Arrays.stream(names).map(name -> binding(name, new byte[] {5, 0})).toArray(byte[][]::new);
    }

    Answer get(Oid... names) throws Exception {
        return ask(Tag.GET, 0, 0, bindings(names));
    }

    Answer next(Oid... names) throws Exception {
        return ask(Tag.NEXT, 0, 0, bindings(names));
    }

    Answer bulk(int once, int repetitions, Oid... names) throws Exception {
        return ask(Tag.BULK, once, repetitions, bindings(names));
    }

    Answer set(Oid name, int value) throws Exception {
        return ask(Tag.SET, 0, 0, binding(name, integer(value)));
    }

    Answer ask(int tag, int second, int third, byte[]... bindings) throws Exception {
        id++;
        byte[] request = message(tag, id, second, third, bindings);
        for (int i = 0; i < TRIES; i++) {
            send(request);
            Answer answer = receive();
            if (answer != null) {
                return answer;
            }
        }
        throw new SocketTimeoutException("no answer to " + TRIES + " requests");
    }

    void send(byte[] request) throws IOException {
        socket.send(new DatagramPacket(request, request.length));
    }

    /** Returns the answer to the newest request; null for none in time. */
    Answer receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        while (true) {
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException none) {
                return null;
            }
            BerReader in = new BerReader();
            in.over(packet.getData(), 0, packet.getLength());
            in.enter(0x30);
            in.integer();
            in.octets(4);
            in.enter(Tag.RESPONSE);
            if (in.integer() == id) {
                return new Answer(in.integer(), in.integer(), told(in), packet.getLength());
            }
        }
    }

    static List<Told> told(BerReader in) throws Malformed {
        List<Told> all = new ArrayList<>();
        in.enter(0x30);
        while (in.more()) {
            int outer = in.enter(0x30);
            Oid name = oid(in);
            int tag = in.tag();
            Object value = switch (tag) {
                case 2, 0x41, 0x42, 0x43, 0x46 -> in.number();
                case 4 -> in.octets(4);
                case 6 -> oid(in);
                default -> null;
            };
            in.leave(outer);
            all.add(new Told(name, tag, value));
        }
        return all;
    }

    private static Oid oid(BerReader in) throws Malformed {
        int[] ids = new int[Oid.MOST];
        int length = in.name(ids);
        return Oid.of(Arrays.copyOf(ids, length));
    }

    @Override
    public void close() {
        socket.close();
    }
}
