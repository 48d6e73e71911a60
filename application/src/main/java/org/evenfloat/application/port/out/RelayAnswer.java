// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/**
 * What has become of a relay order.
 *
 * @param outcome what
 * @param energised relays of the module that are energised after it, bit 0 for relay 1; 0 unless it was done
 * @param why what to say to people when it was not done; empty when it was
 */
public record RelayAnswer(Outcome outcome, int energised, String why) {

    /** How an order ends. */
    public enum Outcome {
        /** The module has confirmed it. */
        DONE,
        /** The module does not do that. */
        REFUSED,
        /** Sent, but the module has not confirmed it: it may have been done all the same. */
        SILENT,
        /** The line cannot be used. */
        LINE_DOWN,
        /** Not sent in time, and it will not be sent any more. */
        NOT_SENT
    }

    /** Returns whether the module has confirmed the order. */
    public boolean done() {
        return outcome == Outcome.DONE;
    }
}
