// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Resistance;
import org.evenfloat.domain.quantity.Voltage;

/**
 * A kind of battery module: what it can measure and how much it can bypass. The built-in ones carry the
 * figures of the BACS REV 3 data sheet.
 *
 * @param name what the site file calls it, such as {@code C20}
 * @param code what the module reports on the bus; 0 when it reports none
 * @param minVoltage lowest block voltage in its range
 * @param maxVoltage highest block voltage in its range
 * @param minResistance lowest internal resistance in its range
 * @param maxResistance highest internal resistance in its range
 * @param equalizeCurrent bypass current at full duty and the block's float voltage of 2.27 V per lead-acid cell
 * @param selfCurrentMicroamps what the module itself draws from its block in operation, in µA
 * @param control what the module accepts from the server
 */
public record ModuleType(
        String name,
        int code,
        Voltage minVoltage,
        Voltage maxVoltage,
        Resistance minResistance,
        Resistance maxResistance,
        Current equalizeCurrent,
        int selfCurrentMicroamps,
        Control control) {

    /** What a battery module can be told about equalizing. */
    public enum Control {
        /** A duty of its bypass, beside the target. */
        DUTY,
        /** Only a target voltage, which it regulates to by itself. */
        TARGET
    }

    /** 12 V lead-acid, 7-600 Ah. */
    public static final ModuleType C20 = builtIn("C20", 20, 9_700, 17_000, 500, 60_000, 150, 17_500);

    /** 16 V lead-acid, 7-600 Ah. */
    public static final ModuleType C23 = builtIn("C23", 23, 9_700, 21_000, 500, 60_000, 120, 17_500);

    /** 6 V lead-acid, 7-900 Ah. */
    public static final ModuleType C30 = builtIn("C30", 30, 4_800, 8_000, 500, 60_000, 300, 17_500);

    /** 2 V lead-acid, NiCd, NiMH, 7-5000 Ah. */
    public static final ModuleType C40 = builtIn("C40", 40, 1_250, 3_200, 20, 6_000, 900, 37_500);

    /** 4 V lead-acid, NiCd, NiMH, Li-ion, 7-900 Ah. */
    public static final ModuleType C41 = builtIn("C41", 41, 2_400, 5_000, 500, 30_000, 300, 37_500);

    /** Every built-in type, in order of name. */
    public static final List<ModuleType> BUILT_IN = List.of(C20, C23, C30, C40, C41);

    private static ModuleType builtIn(
            String name, int code, int minMillivolts, int maxMillivolts, int minMicroohms, int maxMicroohms,
            int equalizeMilliamps, int selfMicroamps) {
        return new ModuleType(
                name, code, new Voltage(minMillivolts), new Voltage(maxMillivolts), new Resistance(minMicroohms),
                new Resistance(maxMicroohms), new Current(equalizeMilliamps), selfMicroamps, Control.DUTY);
    }

    /** Returns the built-in type of that name. */
    public static Optional<ModuleType> builtIn(String name) {
        return BUILT_IN.stream().filter(type -> type.name.equals(name)).findFirst();
    }

    /** Returns whether a block voltage in mV lies within the module's range. */
    public boolean inVoltageRange(int millivolts) {
        return millivolts >= minVoltage.millivolts() && millivolts <= maxVoltage.millivolts();
    }
}
