// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import java.io.IOException;
import org.evenfloat.simulator.wire.WireLine;

/**
 * A simulated line behind a TCP port on 127.0.0.1, as behind a serial device server. One master at a time: while
 * one is connected another is sent away; after it has gone the next may come, for ever.
 */
public final class TcpWire implements AutoCloseable {

    private final TcpEndpoint endpoint;
    private final LineThread thread;
    private final int port;

    /**
     * Opens the line for a master.
     *
     * @param port TCP port, 0 for a free one
     * @throws IOException when the port cannot be had
     */
    public TcpWire(WireLine line, int port) throws IOException {
        this.endpoint = new TcpEndpoint(port);
        endpoint.open();
        this.port = endpoint.port();
        this.thread = new LineThread(line, endpoint, "wire-tcp-" + this.port);
        thread.start();
    }

    /** Returns the TCP port. */
    public int port() {
        return port;
    }

    /** Disconnects the master and closes the port. */
    @Override
    public void close() {
        thread.close();
    }
}
