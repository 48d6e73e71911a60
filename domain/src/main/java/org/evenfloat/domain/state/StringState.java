// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

/** What a string is doing. */
public enum StringState {
    /** Held full by the charger at float voltage. */
    FLOAT,
    /** Charged above float voltage for a time. */
    BOOST,
    /** Taking back charge after a discharge, not yet at its charging voltage. */
    RECHARGE,
    /** Feeding the load. */
    DISCHARGE,
    /** Neither charged nor discharged, such as behind an open breaker. */
    REST,
    /** Not known: too few good values, or voltages that fit nothing else. */
    UNKNOWN
}
