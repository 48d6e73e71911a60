// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import java.io.Closeable;
import java.io.IOException;

/** The place where a master plugs in; used by the one thread of its line only. */
interface WireEndpoint extends Closeable {

    /** Opens the place for a master. */
    void open() throws IOException;

    /** Waits at most so many ms, 0 for not at all, for bytes of the master; returns how many came, 0 for none. */
    int read(byte[] into, int timeoutMillis) throws IOException;

    /** Hands bytes to the master; what it does not take at once is lost, as on a line. */
    void write(byte[] bytes, int length) throws IOException;

    /** Makes a {@link #read} under way return soon; from any thread. */
    void wakeUp();

    /** Closes it as when it is unplugged; it may be opened again. */
    @Override
    void close() throws IOException;
}
