// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import org.evenfloat.domain.quantity.Voltage;

/**
 * A kind of battery as its maker describes it; all voltages are per cell.
 *
 * @param name what the site file calls it, such as {@code vrla-agm}
 * @param chemistry decides which rules apply
 * @param floatPerCell recommended float voltage at 25 °C
 * @param boostPerCell recommended boost voltage at 25 °C
 * @param endOfDischargePerCell voltage below which a discharge must stop
 */
public record BatteryProfile(
        String name, Chemistry chemistry, Voltage floatPerCell, Voltage boostPerCell, Voltage endOfDischargePerCell) {}
