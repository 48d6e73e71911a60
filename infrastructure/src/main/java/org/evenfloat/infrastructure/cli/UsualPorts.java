// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who takes the ports that every demo would like: the first one, as long as it lives. A port that is free while a demo
 * begins need not be so when its server listens some seconds later, because another demo has begun meanwhile.
 */
final class UsualPorts {

    /** Held open until the process ends. */
    private static FileLock held;

    private UsualPorts() {}

    /** Returns whether they are this process's; another one of this user has them otherwise. */
    static synchronized boolean taken() {
        if (held == null) {
            Path file = Path.of(System.getProperty("java.io.tmpdir"),
                    "evenfloat-demo-" + System.getProperty("user.name") + ".lock");
            held = lock(file);
        }
        return held != null;
    }

    /** Returns the lock on a file, which is made where there is none; null when another process has it. */
    static FileLock lock(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (IOException notMine) {
            return null;
        }
    }
}
