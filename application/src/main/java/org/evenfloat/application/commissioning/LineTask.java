// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;

/** A piece of work on a line, cut into steps of one exchange or so each. Owned by the line's thread once it runs. */
interface LineTask {

    /** What {@link #step} returns when nothing is left to be done. */
    long DONE = -1;

    /** Does one step and returns for how long the line is left alone at least, ms, or {@link #DONE}. */
    long step(ModuleBus bus) throws LineFailure;

    /** Returns what has been done so far; its sentence is the final one after the last step. */
    Progress progress();

    /** Returns whether devices are, or may be, in addressing mode because of it. */
    default boolean isAddressing() {
        return false;
    }

    /** Returns what a person who looks back reads when it was ended before its last step. */
    default String cutShort() {
        return progress().text();
    }
}
