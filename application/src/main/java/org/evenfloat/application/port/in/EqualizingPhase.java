// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/** How far the equalizing of a string has come. */
public enum EqualizingPhase {
    /** Switched off for this string. */
    OFF,
    /** Waiting for a state in which equalizing is allowed. */
    PAUSED,
    /** Bringing the blocks together. */
    WORKING,
    /** All blocks within ±10 mV of the target; held there. */
    CONVERGED,
    /** At full duty for hours and still outside the band: some block needs a person. */
    NOT_CORRECTABLE
}
