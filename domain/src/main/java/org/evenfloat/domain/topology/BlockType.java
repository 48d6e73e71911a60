// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import org.evenfloat.domain.quantity.Charge;

/**
 * One monobloc or cell type; every block of a string is of the same type.
 *
 * @param profile maker's voltages and chemistry
 * @param cells cells in series inside one block, such as 6 for a 12 V lead-acid block
 * @param capacity nominal C10 capacity; zero when nobody knows it
 */
public record BlockType(BatteryProfile profile, int cells, Charge capacity) {

    /** Returns the recommended float voltage of one block in mV. */
    public int floatMillivolts() {
        return profile.floatPerCell().millivolts() * cells;
    }
}
