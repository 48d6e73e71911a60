// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.io.IOException;

/**
 * Records everything that decisions about breakers were made of, and makes a black box of it when a string gets warm.
 * Called by one thread, which may wait; it is bounded on the disk.
 */
public interface GuardTape {

    /**
     * Takes the next note.
     *
     * @throws IOException when it cannot be recorded; what follows is tried again, and the gap is marked
     */
    void record(GuardNote note) throws IOException;

    /**
     * Says that notes were lost on their way, because nobody took them in time; marks a gap before the next one.
     *
     * @param notes how many
     */
    default void lost(long notes) {}
}
