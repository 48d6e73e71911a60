// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import java.io.IOException;

/** The far end of a serial port, for whatever speaks over it: bytes as they are, no pace. Linux only. */
public final class PseudoTerminal implements AutoCloseable {

    private final PtyEndpoint endpoint = new PtyEndpoint(null);

    /** Opens one; throws IOException when there is none to be had. */
    public PseudoTerminal() throws IOException {
        endpoint.open();
    }

    /** Returns the path of the port, such as {@code /dev/pts/3}. */
    public String path() {
        return endpoint.path();
    }

    /** Waits at most so many ms for bytes and returns how many came; 0 for none. */
    public int read(byte[] into, int timeoutMillis) throws IOException {
        return endpoint.read(into, timeoutMillis);
    }

    /** Sends bytes to whoever has the port open. */
    public void write(byte[] bytes) throws IOException {
        endpoint.write(bytes, bytes.length);
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
    }
}
