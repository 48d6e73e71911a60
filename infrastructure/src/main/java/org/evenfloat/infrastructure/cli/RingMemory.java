// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.Optional;
import org.evenfloat.application.history.MemoryRing;
import org.evenfloat.infrastructure.site.LineConfiguration;
import org.evenfloat.infrastructure.site.SiteConfiguration;

/** Whether the last hours of all lines fit into the heap beside everything else. */
final class RingMemory {

    /** Largest size of a module in one image of the ring; columns that do not change cost nothing. */
    private static final long MODULE_BYTES = 8;

    private static final int MEGABYTE = 1 << 20;

    private RingMemory() {}

    /** Returns the most bytes that the values of the last hours take. */
    static long bytes(SiteConfiguration configuration) {
        long shortestMillis = configuration.lines().stream()
                .mapToLong(line -> line.plan().sweepPeriodMillis()).min().orElse(1_000);
        long images = Math.min(
                MemoryRing.MAX_IMAGES, configuration.history().memoryMillis() / Math.max(1, shortestMillis) + 1);
        long modules = 0;
        for (LineConfiguration line : configuration.lines()) {
            modules += configuration.site().roster(line.settings().line()).moduleCount();
        }
        return modules * images * MODULE_BYTES;
    }

    /** Returns a warning when that is more than half of a heap of so many bytes. */
    static Optional<String> warning(SiteConfiguration configuration, long heapBytes) {
        long bytes = bytes(configuration);
        return bytes <= heapBytes / 2 ? Optional.empty() : Optional.of(String.format(
                "history memory: the last %d min of this site take up to %d MB, the heap may have %d MB - allowed: half of"
                        + " the heap; set EVENFLOAT_HEAP=%dm or shorten the memory in the site file",
                configuration.history().memoryMillis() / 60_000, bytes / MEGABYTE, heapBytes / MEGABYTE,
                2 * bytes / MEGABYTE + 64));
    }
}
