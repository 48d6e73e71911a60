// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** How far it has come with a string; later ones are worse. */
public enum RunawayStage {
    /** Nothing is the matter. */
    NORMAL,
    /** Warmer than it should be. */
    WARN,
    /** Stop equalizing and boost, lower the charger, somebody has to come. */
    ALARM,
    /** Disconnect the charger now. */
    TRIP
}
