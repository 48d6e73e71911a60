// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** What a breaker's policy may do by itself. */
public enum TripMode {
    /** Nothing. */
    DISARMED,
    /** It goes through every step and tells what it would have done, but gives no order. */
    SHADOW,
    /** It opens the breaker. */
    ARMED
}
