// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import org.evenfloat.simulator.wire.TestMaster;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WireParser;
import org.evenfloat.simulator.wire.WireType;

/** A client of a line that knows bytes only; waits for as many answers as it expects. */
record RawLine(InputStream in, OutputStream out, List<Closeable> ends) implements Closeable {

    /** Opens {@code host:port} or the path of a terminal. */
    static RawLine to(String end) throws IOException {
        if (end.startsWith("/")) {
            FileOutputStream out = new FileOutputStream(end);
            FileInputStream in = new FileInputStream(end);
            return new RawLine(in, out, List.of(in, out));
        }
        Socket socket = new Socket("127.0.0.1", Integer.parseInt(end.substring(end.indexOf(':') + 1)));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return new RawLine(socket.getInputStream(), socket.getOutputStream(), List.of(socket));
    }

    void send(int type, int address, int... payload) throws IOException {
        out.write(TestMaster.frame(type, address, payload).toBytes());
    }

    WireFrame ask(int type, int address, int... payload) throws IOException {
        send(type, address, payload);
        return answer(new WireParser());
    }

    /** Samples modules from 1 on and the sensors; returns a hash of what they say. */
    long sweep(int modules, int seq) throws IOException {
        send(WireType.SAMPLE, 0, seq);
        send(WireType.COLLECT, 1, modules);
        WireParser parser = new WireParser();
        long hash = 1;
        for (int i = 0; i < modules; i++) {
            hash = 31 * hash + answer(parser).toString().hashCode();
        }
        hash = 31 * hash + ask(WireType.READ, 60_001).toString().hashCode();
        return 31 * hash + ask(WireType.READ, 61_000).toString().hashCode();
    }

    /** Orders a duty, in ten thousandths, to modules from 1 on, for 60 s; returns when they have it. */
    void duty(int targetMillivolts, int duty, int modules) throws IOException {
        int[] payload = new int[3 + 2 * modules];
        payload[0] = targetMillivolts >> 8;
        payload[1] = targetMillivolts & 0xFF;
        payload[2] = 60;
        for (int i = 0; i < modules; i++) {
            payload[3 + 2 * i] = duty >> 8;
            payload[4 + 2 * i] = duty & 0xFF;
        }
        send(WireType.DUTY, 1, payload);
        assertThat(ask(WireType.READ, 1).address()).isEqualTo(1);
    }

    private WireFrame answer(WireParser parser) throws IOException {
        WireFrame frame = new WireFrame();
        byte[] one = new byte[1];
        while (!parser.next(frame)) {
            assertThat(in.read(one)).as("the line goes on").isEqualTo(1);
            parser.feed(one, 0, 1);
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        for (Closeable end : ends) {
            end.close();
        }
    }
}
