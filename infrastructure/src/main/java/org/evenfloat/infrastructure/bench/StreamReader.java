// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a packed stream of server-sent events out of an answer in chunks, bytes as they come. For one thread. */
final class StreamReader {

    private static final int GZIP_HEAD = 10;
    private static final int HEX = 16;

    private final Consumer<String> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private final Inflater inflater = new Inflater(true);
    private final byte[] text = new byte[32 * 1024];
    private boolean inHead = true;
    private int gzipHeadLeft = GZIP_HEAD;
    private int chunkLeft;
    private boolean newline;

    /**
     * @param events takes each event as text
     */
    StreamReader(Consumer<String> events) {
        this.events = events;
    }

    /** Takes what has arrived. */
    void take(ByteBuffer arrived) throws IOException {
        while (arrived.hasRemaining()) {
            if (chunkLeft > 0) {
                int length = Math.min(chunkLeft, arrived.remaining());
                unpack(arrived.array(), arrived.arrayOffset() + arrived.position(), length);
                arrived.position(arrived.position() + length);
                chunkLeft -= length;
            } else {
                takeOfLine(arrived.get());
            }
        }
    }

    private void takeOfLine(byte next) throws IOException {
        if (next != '\n') {
            line.write(next);
            return;
        }
        String said = line.toString(StandardCharsets.ISO_8859_1).trim();
        line.reset();
        if (inHead) {
            if (said.startsWith("HTTP/") && !said.contains(" 200 ")) {
                throw new IOException("the server answers " + said);
            }
            inHead = !said.isEmpty();
        } else if (!said.isEmpty()) {
            chunkLeft = Integer.parseInt(said, HEX);
            if (chunkLeft == 0) {
                throw new IOException("the server ended the stream");
            }
        }
    }

    private void unpack(byte[] packed, int offset, int length) throws IOException {
        int head = Math.min(gzipHeadLeft, length);
        gzipHeadLeft -= head;
        inflater.setInput(packed, offset + head, length - head);
        try {
            for (int count = inflater.inflate(text); count > 0; count = inflater.inflate(text)) {
                split(count);
            }
        } catch (DataFormatException e) {
            throw new IOException("not a gzip stream: " + e.getMessage(), e);
        }
    }

    /** An empty line ends an event. */
    private void split(int length) {
        int begin = 0;
        for (int i = 0; i < length; i++) {
            boolean ends = text[i] == '\n' && newline;
            newline = text[i] == '\n' && !ends;
            if (ends) {
                event.write(text, begin, i - begin);
                events.accept(event.toString(StandardCharsets.UTF_8));
                event.reset();
                begin = i + 1;
            }
        }
        event.write(text, begin, length - begin);
    }
}
