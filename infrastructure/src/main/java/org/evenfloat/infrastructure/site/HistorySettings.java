// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

/**
 * What the history keeps.
 *
 * @param floatIntervalMillis time between two kept sweeps while nothing happens
 * @param everySweepAfterEventMillis how long after an event every sweep is kept
 * @param memoryMillis how far back every sweep stays in memory
 * @param maxSizeBytes what the history may take on the disk
 */
public record HistorySettings(
        int floatIntervalMillis, int everySweepAfterEventMillis, int memoryMillis, long maxSizeBytes) {

    /** What the history keeps when the site file does not say; 20 min is the data sheet's interval in float. */
    public static final HistorySettings STANDARD =
            new HistorySettings(20 * 60_000, 10 * 60_000, 2 * 3_600_000, 2_000_000_000L);
}
