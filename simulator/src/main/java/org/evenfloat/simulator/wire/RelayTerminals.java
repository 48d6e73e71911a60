// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** What the relays of a relay module switch and what its inputs see. Safe for use by any thread. */
public interface RelayTerminals {

    /** Takes over whether a relay, from 1, is energised; told at every change and when the module starts. */
    void energise(int relay, boolean energised);

    /** Returns whether the contact at an input, from 1, is closed now. */
    boolean closed(int input);
}
