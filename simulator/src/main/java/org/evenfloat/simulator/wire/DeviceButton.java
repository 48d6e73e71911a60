// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** The addressing mode of a device and whether its button was pressed in it (document, §8, By button). */
final class DeviceButton {

    /** The mode ends by itself after so long without a frame. */
    static final long MODE_MILLIS = 15 * 60_000L;

    private boolean mode;
    private boolean pressed;
    private long sinceMillis;

    /** A second ADDRESSING 1 goes on with the mode: the presses since the first one count. */
    void mode(boolean on, long nowMillis) {
        mode = on;
        pressed &= on;
        sinceMillis = nowMillis;
    }

    void press() {
        pressed = mode;
    }

    void clearPress() {
        pressed = false;
    }

    void settle(long nowMillis, long lastFrameMillis) {
        if (mode && nowMillis - Math.max(sinceMillis, lastFrameMillis) >= MODE_MILLIS) {
            mode = false;
            pressed = false;
        }
    }

    boolean isMode() {
        return mode;
    }

    boolean isPressed() {
        return pressed;
    }
}
