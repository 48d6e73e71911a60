// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import org.evenfloat.application.port.in.SignIn;

/** Lets somebody in who has shown elsewhere who he is, and writes down who came. */
public interface SessionDoor {

    /**
     * Opens a session and writes it down.
     *
     * @param guest who he is and what he may while the session lasts
     * @param from channel and address
     * @return welcome with the session, or why there is none
     */
    SignIn.Answer letIn(Guest guest, String from);

    /**
     * Writes down that somebody was not let in.
     *
     * @param name what the provider calls him; empty when that is not known
     * @param by the provider
     * @param why what he was told
     * @param from channel and address
     */
    void turnedAway(String name, String by, String why, String from);
}
