// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Path;
import org.evenfloat.simulator.wire.WireLine;

/**
 * A simulated line behind a pseudo-terminal, as behind a serial port. Masters may open and close it as they like;
 * their baud rate means nothing, the line has its own pace. Linux only.
 */
public final class PtyWire implements AutoCloseable {

    private final PtyEndpoint endpoint;
    private final LineThread thread;

    /** Opens the line for a master; throws IOException when there is no pseudo-terminal to be had. */
    public PtyWire(WireLine line) throws IOException {
        this(line, null);
    }

    /**
     * Opens the line for a master, with a name that stays the same.
     *
     * @param link where to keep a symbolic link to the terminal, replacing one that is there; removed at the end
     * @throws IOException when there is no pseudo-terminal to be had or no link can be made
     */
    public PtyWire(WireLine line, Path link) throws IOException {
        if (!Platform.isLinux()) {
            throw new IOException("pseudo-terminal: " + System.getProperty("os.name")
                    + " - Linux only; use a TCP line instead");
        }
        this.endpoint = new PtyEndpoint(link);
        endpoint.open();
        this.thread = new LineThread(line, endpoint, "wire-" + endpoint.path().substring("/dev/".length()));
        thread.start();
    }

    /** Returns the path of the terminal, such as {@code /dev/pts/3}; another one after it was unplugged. */
    public String path() {
        return endpoint.path();
    }

    /** Closes the terminal and removes the link. */
    @Override
    public void close() {
        thread.close();
    }
}
