// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What this process holds of the machine. */
final class Leaks {

    private static final int JOIN_MILLIS = 5_000;

    private Leaks() {}

    static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    /** Waits until the reader threads of closed channels have ended; fails when one does not. */
    static void awaitNoReaderThreads() throws InterruptedException {
        for (Thread thread : readers()) {
            thread.join(JOIN_MILLIS);
        }
        assertThat(readers()).isEmpty();
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-reader")).toList();
    }
}
