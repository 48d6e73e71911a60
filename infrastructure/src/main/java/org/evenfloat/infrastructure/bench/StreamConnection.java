// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One client of the stream: what it reads, when, and how many bytes. For one thread at a time. */
final class StreamConnection {

    private static final String SAMPLED = "\"sampledAtMillis\":";

    /** Takes note of an event. */
    interface Notes {

        /**
         * @param sampledAtMillis when what it says was sampled, epoch ms
         * @param atMicros when all of it had arrived, epoch µs
         */
        void note(long sampledAtMillis, long atMicros);
    }

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    private final StreamReader reader;
    private long readAtMicros;
    private long bytes;

    private StreamConnection(SocketChannel channel, Notes notes) {
        this.channel = channel;
        this.reader = new StreamReader(event -> {
            int at = event.indexOf(SAMPLED);
            if (at >= 0) {
                int end = event.indexOf(',', at);
                String millis = event.substring(at + SAMPLED.length(), end);
                notes.note(millis.equals("null") ? 0 : Long.parseLong(millis), readAtMicros);
            }
        });
    }

    static StreamConnection open(Selector selector, int port, String path, String token, Notes notes)
            throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.write(StandardCharsets.US_ASCII.encode("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept-Encoding: gzip\r\nAuthorization: Bearer " + token + "\r\n\r\n"));
        channel.configureBlocking(false);
        StreamConnection stream = new StreamConnection(channel, notes);
        selector.wakeup();
        channel.register(selector, SelectionKey.OP_READ, stream);
        return stream;
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Reads what is there. */
    void read() throws IOException {
        int count = channel.read(buffer);
        readAtMicros = nowMicros();
        if (count < 0) {
            throw new EOFException("the server closed a stream");
        }
        bytes += count;
    }

    /** Looks into what was read. */
    void look() throws IOException {
        buffer.flip();
        reader.take(buffer);
        buffer.clear();
    }

    long bytes() {
        return bytes;
    }

    void forget() {
        bytes = 0;
    }

    void close() throws IOException {
        channel.close();
    }
}
