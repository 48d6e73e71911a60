// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.Optional;

/** Signs somebody in on the pages of an identity provider. Safe for several threads; waits a few seconds at most. */
public interface SignInElsewhere {

    /**
     * The way there.
     *
     * @param address where the browser goes; empty when the provider does not answer
     * @param binding secret that the browser keeps until it comes back, in a cookie; empty without address
     * @param keepSeconds how long it is good
     * @param sentence for people, when there is no address
     */
    record Begun(String address, String binding, int keepSeconds, String sentence) {}

    /** Returns what stands on the button that begins; empty when there is no identity provider. */
    Optional<String> button();

    /** Begins. */
    Begun begin();

    /**
     * Ends what was begun, once: the same state and code are never taken twice.
     *
     * @param binding what the browser kept; empty when it has nothing
     * @param state what came back with the code; empty when nothing did
     * @param code what the provider gave the browser; empty when it gave none
     * @param from channel and address
     * @return as of any other attempt to sign in; never asks for a second factor
     */
    SignIn.Answer finish(String binding, String state, String code, String from);
}
