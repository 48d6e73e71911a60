// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.Optional;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusSettings;

/**
 * By which protocols others read the site.
 *
 * @param modbus the MODBUS server
 * @param modbusMap file with scales of its BACS block, absolute; empty for the standard ones
 */
public record NorthboundSettings(ModbusSettings modbus, Optional<Path> modbusMap) {

    /** Nobody reads it but through the web server. */
    public static final NorthboundSettings OFF = new NorthboundSettings(ModbusSettings.OFF, Optional.empty());

    /** Returns the same with the scales of the map file. */
    NorthboundSettings scaled(BacsScales scales) {
        return new NorthboundSettings(new ModbusSettings(modbus.tcp(), modbus.unit(), modbus.clients(), modbus.writers(),
                modbus.serial(), scales), modbusMap);
    }
}
