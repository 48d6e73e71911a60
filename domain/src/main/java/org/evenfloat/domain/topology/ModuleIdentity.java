// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * What a battery module or sensor says about itself.
 *
 * @param serial serial number, unsigned 32 bits
 * @param typeCode its type, see {@link ModuleType#code()}; sensors use the codes of the bus document
 * @param firmware version as major * 100 + minor
 * @param address its bus address, 0 while it has none
 */
public record ModuleIdentity(long serial, int typeCode, int firmware, int address) {

    /** Returns the serial number as printed on the module: eight hexadecimal digits. */
    public String serialText() {
        return String.format("%08X", serial);
    }

    /** Returns the firmware version as people write it, such as {@code 1.04}. */
    public String firmwareText() {
        return String.format("%d.%02d", firmware / 100, firmware % 100);
    }
}
