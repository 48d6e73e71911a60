// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.function.Consumer;

/** Tells listeners that a string has new values. */
public interface FollowStrings {

    /**
     * Calls {@code listener} with the id of each string that has new values, on a thread of the server that must not
     * be held up: the listener only takes a note.
     *
     * @return ends the following
     */
    Runnable follow(Consumer<String> listener);
}
