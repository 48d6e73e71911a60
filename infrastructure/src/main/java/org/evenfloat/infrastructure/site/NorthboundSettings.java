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
 * @param snmp the SNMP agent
 */
public record NorthboundSettings(ModbusSettings modbus, Optional<Path> modbusMap, SnmpSite snmp) {

    /** Nobody reads it but through the web server. */
    public static final NorthboundSettings OFF =
            new NorthboundSettings(ModbusSettings.OFF, Optional.empty(), SnmpSite.OFF);

    /** A site that is read by MODBUS only. */
    public NorthboundSettings(ModbusSettings modbus, Optional<Path> modbusMap) {
        this(modbus, modbusMap, SnmpSite.OFF);
    }

    /** Returns the same, read by SNMP in that way. */
    public NorthboundSettings with(SnmpSite other) {
        return new NorthboundSettings(modbus, modbusMap, other);
    }

    /** Returns the same with the scales of the map file. */
    NorthboundSettings scaled(BacsScales scales) {
        return new NorthboundSettings(new ModbusSettings(modbus.tcp(), modbus.unit(), modbus.clients(), modbus.writers(),
                modbus.serial(), scales, modbus.secure()), modbusMap, snmp);
    }
}
