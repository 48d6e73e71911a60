// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.io.Closeable;
import java.io.IOException;

/** An open descriptor of a terminal or pseudo-terminal: read with a time limit, write what fits. One thread. */
final class Terminal implements Closeable {

    /** struct termios has 60 bytes on Linux; the C library may know a longer one. */
    private static final int TERMIOS_BYTES = 256;

    private static final int CLOSED = -1;

    private final Memory poll = new Memory(8);
    private int file;

    Terminal(int file) {
        this.file = file;
        poll.setInt(0, file);
        poll.setShort(4, Posix.POLLIN);
    }

    /** Opens a terminal by its path, not as the controlling one. */
    static Terminal open(String path) throws IOException {
        try {
            return new Terminal(
                    Posix.open(path, Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC));
        } catch (LastErrorException failure) {
            throw new IOException(path + ": " + failure.getMessage(), failure);
        }
    }

    int file() {
        return file;
    }

    /** Lets every byte pass as it is: no echo, no lines, no signals, 8 bits. */
    void raw() throws IOException {
        try (Memory settings = new Memory(TERMIOS_BYTES)) {
            Posix.tcgetattr(file, settings);
            Posix.cfmakeraw(settings);
            Posix.tcsetattr(file, Posix.TCSANOW, settings);
        } catch (LastErrorException failure) {
            throw new IOException("terminal settings: " + failure.getMessage(), failure);
        }
    }

    /** Waits at most so many ms for bytes; returns how many came, 0 for none, -1 when the other end is gone. */
    int read(byte[] into, int timeoutMillis) throws IOException {
        try {
            if (Posix.poll(poll, 1, timeoutMillis) == 0) {
                return 0;
            }
            int length = (int) Posix.read(file, into, into.length);
            // something to read and yet nothing there: hung up
            return length == 0 ? -1 : length;
        } catch (LastErrorException failure) {
            return switch (failure.getErrorCode()) {
                case Posix.EINTR, Posix.EAGAIN -> 0;
                case Posix.EIO -> -1;
                default -> throw new IOException("terminal: " + failure.getMessage(), failure);
            };
        }
    }

    /** Writes what fits at once and returns how much that was. */
    int write(byte[] bytes, int length) throws IOException {
        try {
            return (int) Posix.write(file, bytes, length);
        } catch (LastErrorException failure) {
            return switch (failure.getErrorCode()) {
                case Posix.EINTR, Posix.EAGAIN, Posix.EIO -> 0;
                default -> throw new IOException("terminal: " + failure.getMessage(), failure);
            };
        }
    }

    @Override
    public void close() throws IOException {
        if (file == CLOSED) {
            return;
        }
        int closing = file;
        file = CLOSED;
        poll.close();
        try {
            Posix.close(closing);
        } catch (LastErrorException failure) {
            throw new IOException("terminal: " + failure.getMessage(), failure);
        }
    }
}
