// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** Why a trip that is due is held back. */
public enum TripHold {
    /** It is not. */
    NONE,
    /** The string feeds the load, or may do so for all that is known. */
    DISCHARGE,
    /** No other string would be left to the load, and the site file keeps the last one. */
    LAST_STRING
}
