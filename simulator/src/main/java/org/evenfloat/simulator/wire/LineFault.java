// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * Something that is wrong with a line or with a device on it. Faults of one line are asked one after the other, in
 * the order in which they were added, with the line locked; none may call the line. Every fault counts how often it
 * really happened, so that a test can assert the cause before the effect.
 */
public interface LineFault {

    /** Returns how often the fault has happened. Safe for use by any thread. */
    long happened();

    /** Begins: called when the fault is added to a line. */
    default void begin() {}

    /** Ends: called when the fault is removed from its line. */
    default void end() {}

    /** Hears what the master sent before the devices do; may change {@code length} bytes from {@code from} on. */
    default void hear(byte[] bytes, int from, int length) {}

    /** Returns whether a request that may concern the device reaches it. */
    default boolean reaches(WireDevice device, WireFrame request) {
        return true;
    }

    /** Returns whether the device sends that answer; may change it, then {@link WireFrame#end} must follow. */
    default boolean sends(WireDevice device, WireFrame answer) {
        return true;
    }

    /** Changes what reaches the master of an answer, or of several that have collided. */
    default void carry(CarriedAnswer answer) {}

    /** Returns whether the link itself is gone: transports close and refuse their master while it is. */
    default boolean isLinkClosed() {
        return false;
    }
}
