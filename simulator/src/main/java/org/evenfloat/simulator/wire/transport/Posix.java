// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The calls of the C library that make and use a terminal, and their numbers on Linux (asm-generic: x86, ARM,
 * RISC-V). They throw {@link LastErrorException} with errno when they return -1.
 */
final class Posix {

    static final int O_RDWR = 0x2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final short POLLIN = 0x1;
    static final int TCSANOW = 0;

    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;

    static {
        Native.register(Posix.class, "c");
    }

    private Posix() {}

    static native int posix_openpt(int flags) throws LastErrorException;

    static native int grantpt(int master) throws LastErrorException;

    static native int unlockpt(int master) throws LastErrorException;

    /** Returns 0, or errno without setting it. */
    static native int ptsname_r(int master, byte[] name, long size) throws LastErrorException;

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int file) throws LastErrorException;

    static native long read(int file, byte[] into, long size) throws LastErrorException;

    static native long write(int file, byte[] bytes, long size) throws LastErrorException;

    /** {@code files} are pollfd of 8 bytes: int fd, short events, short revents. */
    static native int poll(Pointer files, long count, int timeoutMillis) throws LastErrorException;

    /** {@code settings} is a struct termios, opaque here. */
    static native int tcgetattr(int file, Pointer settings) throws LastErrorException;

    static native void cfmakeraw(Pointer settings) throws LastErrorException;

    static native int tcsetattr(int file, int when, Pointer settings) throws LastErrorException;
}
