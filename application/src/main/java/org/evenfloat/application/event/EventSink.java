// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.event;

import org.evenfloat.domain.event.EventKind;

/** Takes events; never waits and may be called from any thread. */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes note of something that happened just now.
     *
     * @param subject id of the block, string or line; empty for the server itself
     * @param text one sentence for people
     */
    void happened(EventKind kind, String subject, String text);
}
