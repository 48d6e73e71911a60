// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.Optional;
import org.evenfloat.domain.access.Actor;

/**
 * Commissioning and service on the lines of the running server, beside its sweeps. Lines are named by their id, which
 * must be one of the site's. What changes something is done for somebody, who has to be allowed to.
 */
public interface WorkOnLines {

    /** What has become of a request. */
    enum Verdict {
        /** Done, or begun. */
        DONE,
        /** Not now or not so; the sentence says why. */
        REFUSED,
        /** The line cannot be used at present. */
        LINE_DOWN
    }

    /**
     * What has become of a request.
     *
     * @param verdict whether it was done
     * @param sentence what has happened, or why it has not, for people
     */
    record Outcome(Verdict verdict, String sentence) {}

    /** Returns the running work of a line or else the last one since the start; empty when there was none. */
    Optional<LineWorkReport> work(String line);

    /** Starts a piece of work; one at a time on a line. */
    Outcome start(Actor who, String line, LineOrder order);

    /** Ends the running work, if there is one; waits for its end, at most two seconds. */
    void stop(Actor who, String line);

    /**
     * Lets the LEDs of a device blink.
     *
     * @param address 1 to {@code ModuleAddress.MAX}
     * @param seconds 0 to 255; 0 ends it
     */
    Outcome blink(Actor who, String line, int address, int seconds);

    /**
     * Gives a device an address by its serial number; not while other work runs on the line.
     *
     * @param serial unsigned 32 bits
     * @param address 1 to {@code ModuleAddress.MAX}, 0 to take its address away
     */
    Outcome assign(Actor who, String line, long serial, int address);
}
