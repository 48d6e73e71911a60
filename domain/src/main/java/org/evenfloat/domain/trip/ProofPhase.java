// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** Where a proof test stands. */
public enum ProofPhase {
    /** None runs. */
    NONE,
    /** A relay was ordered; the breaker has to open. */
    OPENING,
    /** There is no status input: a person has to say whether the breaker has opened. */
    ASKING,
    /** It has opened and has to be closed by hand. */
    CLOSING
}
