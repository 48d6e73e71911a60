// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** What a device knows of the line that it hangs on, and what it tells it. Called with the device locked. */
interface LineEar {

    /** Returns when the last good frame was on the line, ms of the room's clock. */
    long lastFrameMillis();

    /** Says that the device's address is another now. */
    void addressChanged();
}
