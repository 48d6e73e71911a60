// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** The conductor that a current sensor surrounds; the rules of {@link BlockTerminals} hold. */
@FunctionalInterface
public interface CurrentProbe {

    /** Returns the current now, in A, positive when it charges; NaN when it cannot be measured. */
    double amps();
}
