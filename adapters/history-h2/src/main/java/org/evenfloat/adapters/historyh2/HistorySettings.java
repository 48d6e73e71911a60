// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the history is kept and how large it may become.
 *
 * @param folder data folder; created when it is missing
 * @param maxBytes size that the database file stays below, 4 MB or more
 * @param maxEvents largest number of events kept, 100 or more
 */
public record HistorySettings(Path folder, long maxBytes, long maxEvents) {

    /** Below this, what the file needs for itself would push the history out. */
    public static final long MIN_BYTES = 4L << 20;

    /** As much memory as the datasheet's device has. */
    public static final long USUAL_BYTES = 512L << 20;

    /** Events kept unless told otherwise. */
    public static final long USUAL_EVENTS = 1_000_000;

    private static final long MIN_EVENTS = 100;

    /**
     * Checks all values.
     *
     * @throws IllegalArgumentException naming every value that is out of bounds
     */
    public HistorySettings {
        List<String> problems = new ArrayList<>();
        folder = folder.toAbsolutePath().normalize();
        if (folder.toString().indexOf(';') >= 0) {
            problems.add("data folder: " + folder + " - a path without ';'");
        }
        if (maxBytes < MIN_BYTES) {
            problems.add("largest history: " + maxBytes + " bytes - " + MIN_BYTES + " bytes or more");
        }
        if (maxEvents < MIN_EVENTS) {
            problems.add("largest number of events: " + maxEvents + " - " + MIN_EVENTS + " or more");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
