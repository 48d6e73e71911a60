// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.IOException;

/**
 * One way to the bytes of a line, opened once and closed once. {@link #close()} may come from any thread and ends
 * whatever is under way with an {@link IOException}; everything else belongs to the line's thread.
 */
interface LineChannel extends AutoCloseable {

    /** Returns what people call the port, such as {@code /dev/ttyUSB0} or {@code 10.0.0.7:4001}. */
    String port();

    /** Returns what to check when the port cannot be used. */
    String advice();

    /** Opens the port; the message of the exception is the bare cause. Ends within seconds. */
    void open() throws IOException;

    /** Sends bytes without waiting until they are on the wire. */
    void write(byte[] bytes, int length) throws IOException;

    /**
     * Waits for bytes up to {@code System.nanoTime()} of {@code deadlineNanos} and returns how many came, at once
     * when there are some, 0 at the deadline.
     */
    int read(byte[] target, long deadlineNanos) throws IOException;

    @Override
    void close();
}
