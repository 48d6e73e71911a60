// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.io.IOException;
import org.evenfloat.domain.access.Actor;

/** Looks at the program and the machine it runs on. Never waits for a line, and for nothing longer than a second. */
public interface ViewSystem {

    /** Most entries that one look at the log returns. */
    int MAX_LOG_ENTRIES = 2_000;

    /** Returns the present state. */
    SystemStatus system();

    /**
     * Returns the end of the present log file. Reads a bounded part of it.
     *
     * @param entries most entries wanted, 1 to {@link #MAX_LOG_ENTRIES}
     * @param least entries below this level are left out
     * @throws NotAllowed when he may not
     * @throws IOException when the file cannot be read; a file that does not exist is an empty one
     */
    LogTail log(Actor who, int entries, LogTail.Level least) throws IOException;
}
