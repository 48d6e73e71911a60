// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;

/** Keeps the resistances of all blocks over restarts and years. Called by one thread at a time. */
public interface ResistanceMemory {

    /**
     * Returns what was kept last, in the same order; nothing when nothing was, or when it is damaged, which is told in the
     * log. Fails when it cannot be read.
     */
    List<KeptResistances> load() throws ResistanceMemoryFailure;

    /** Keeps these in place of what was kept before, all or nothing; survives a loss of power. */
    void keep(List<KeptResistances> blocks) throws ResistanceMemoryFailure;
}
