// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.List;
import org.evenfloat.domain.quantity.Voltage;

/**
 * A kind of battery as its maker describes it; all voltages are per cell.
 *
 * @param name what the site file calls it, such as {@code vrla-agm}
 * @param chemistry decides which rules apply
 * @param floatPerCell recommended float voltage at 25 °C
 * @param boostPerCell recommended boost voltage at 25 °C
 * @param endOfDischargePerCell voltage below which a discharge must stop
 * @param alarms figures for alarms that differ from the general ones or are confirmed by a source, each key once
 */
public record BatteryProfile(
        String name, Chemistry chemistry, Voltage floatPerCell, Voltage boostPerCell, Voltage endOfDischargePerCell,
        List<ProfileFigure> alarms) {

    public BatteryProfile {
        alarms = List.copyOf(alarms);
    }

    /** Makes a profile whose alarms have the general limits. */
    public BatteryProfile(
            String name, Chemistry chemistry, Voltage floatPerCell, Voltage boostPerCell, Voltage endOfDischargePerCell) {
        this(name, chemistry, floatPerCell, boostPerCell, endOfDischargePerCell, List.of());
    }
}
