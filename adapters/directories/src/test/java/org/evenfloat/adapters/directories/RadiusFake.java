// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A RADIUS server that answers as it is told, also wrongly. Written apart from the client. */
final class RadiusFake implements AutoCloseable {

    static final String SECRET = "a secret of 24 letters!!";

    /** What the fake does with a request; what it returns is sent back, nothing when empty. */
    @FunctionalInterface
    interface Script {

        List<byte[]> answers(byte[] request, int count) throws Exception;
    }

    final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;
    private final Script script;
    private final boolean fromElsewhere;

    RadiusFake(Script script) throws IOException {
        this(script, false);
    }

    /** @param fromElsewhere whether answers are sent from another port */
    RadiusFake(Script script, boolean fromElsewhere) throws IOException {
        this.script = script;
        this.fromElsewhere = fromElsewhere;
        this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "radius-fake");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[4_096];
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] request = Arrays.copyOf(buffer, packet.getLength());
                requests.add(request);
                for (byte[] answer : script.answers(request, requests.size())) {
                    (fromElsewhere ? other : socket)
                            .send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (Exception e) {
            if (!socket.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Returns a right answer with a Message-Authenticator. */
    static byte[] right(int code, byte[] request, byte[]... attributes) throws Exception {
        return answer(code, request, SECRET, true, attributes);
    }

    static byte[] answer(int code, byte[] request, String secret, boolean proof, byte[]... attributes)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (proof) {
            body.writeBytes(attribute(80, new byte[16]));
        }
        for (byte[] attribute : attributes) {
            body.writeBytes(attribute);
        }
        byte[] packet = new byte[20 + body.size()];
        packet[0] = (byte) code;
        packet[1] = request[1];
        packet[2] = (byte) (packet.length >> 8);
        packet[3] = (byte) packet.length;
        System.arraycopy(request, 4, packet, 4, 16);
        System.arraycopy(body.toByteArray(), 0, packet, 20, body.size());
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        if (proof) {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            System.arraycopy(mac.doFinal(packet), 0, packet, 22, 16);
        }
        MessageDigest digest = MessageDigest.getInstance("MD5");
        digest.update(packet);
        System.arraycopy(digest.digest(key), 0, packet, 4, 16);
        return packet;
    }

    static byte[] attribute(int type, byte[] value) {
        byte[] bytes = new byte[value.length + 2];
        bytes[0] = (byte) type;
        bytes[1] = (byte) bytes.length;
        System.arraycopy(value, 0, bytes, 2, value.length);
        return bytes;
    }

    static byte[] text(int type, String value) {
        return attribute(type, value.getBytes(StandardCharsets.UTF_8));
    }

    RadiusDirectory client(int timeoutMillis) {
        return client(timeoutMillis, RadiusServers.Attribute.FILTER_ID);
    }

    RadiusDirectory client(int timeoutMillis, RadiusServers.Attribute attribute) {
        return new RadiusDirectory(new RadiusServers(
                List.of(new RadiusServers.Address("127.0.0.1", port())), SECRET, attribute, timeoutMillis));
    }

    @Override
    public void close() {
        socket.close();
    }
}
