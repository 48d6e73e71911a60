// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** Why a string is not protected at all at the moment. */
public enum CannotProtect {
    /** It is protected. */
    NO,
    /** No block has a temperature that counts. */
    NO_TEMPERATURES,
    /** Too few blocks have a temperature that counts: what the others do nobody sees. */
    TOO_FEW_TEMPERATURES,
    /** Neither current nor voltages: it may be feeding its load, and then must not be disconnected. */
    DISCHARGE_UNKNOWN
}
