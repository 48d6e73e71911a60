// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A pseudo-terminal. It keeps a descriptor of the master's side open itself, so that settings survive and nothing
 * ends while no master has it open.
 */
final class PtyEndpoint implements WireEndpoint {

    private static final int NAME_BYTES = 128;
    private static final long GONE_PAUSE_NANOS = 10_000_000;

    private final Path link;
    private volatile String path = "";
    private Terminal device;
    private Terminal port;

    /** @param link where a symbolic link to the terminal is kept, or null for none */
    PtyEndpoint(Path link) {
        this.link = link;
    }

    /** Returns the path of the terminal, such as {@code /dev/pts/3}; another one after it was opened again. */
    String path() {
        return path;
    }

    @Override
    public void open() throws IOException {
        close();
        try {
            device = new Terminal(Posix.posix_openpt(
                    Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC));
            Posix.grantpt(device.file());
            Posix.unlockpt(device.file());
            path = name(device.file());
            port = Terminal.open(path);
            port.raw();
            if (link != null) {
                link();
            }
        } catch (LastErrorException failure) {
            close();
            throw new IOException("pseudo-terminal: " + failure.getMessage(), failure);
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public int read(byte[] into, int timeoutMillis) throws IOException {
        int length = device.read(into, timeoutMillis);
        if (length < 0) {
            LockSupport.parkNanos(GONE_PAUSE_NANOS);
        }
        return Math.max(0, length);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        device.write(bytes, length);
    }

    @Override
    public void wakeUp() {
        // a read never waits for longer than the tick of the line's thread
    }

    @Override
    public void close() throws IOException {
        if (port != null) {
            port.close();
            port = null;
        }
        if (device != null) {
            device.close();
            device = null;
            unlink();
        }
    }

    private void link() throws IOException {
        if (Files.isSymbolicLink(link)) {
            Files.delete(link);
        }
        Files.createSymbolicLink(link, Path.of(path));
    }

    private void unlink() throws IOException {
        if (link != null && Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(path))) {
            Files.delete(link);
        }
    }

    private static String name(int file) throws IOException {
        byte[] name = new byte[NAME_BYTES];
        int error = Posix.ptsname_r(file, name, name.length);
        if (error != 0) {
            throw new IOException("pseudo-terminal: no name, error " + error);
        }
        int end = 0;
        while (name[end] != 0) {
            end++;
        }
        return new String(name, 0, end, StandardCharsets.US_ASCII);
    }
}
