// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/**
 * A row of a published map.
 *
 * @param unit unit id
 * @param address register, counted from 0
 * @param registers how many it takes
 * @param segment what it is part of
 * @param subject id of what it is about, as the site file has it
 * @param name unique within its segment
 * @param form how it stands in registers
 * @param scale what 1 means; empty for counts, codes and bits
 * @param published whether place and meaning are those of published maps; else ours
 * @param writable whether clients that may can write it
 * @param words what it says
 */
public record MapRow(
        int unit, int address, int registers, String segment, String subject, String name, String form, String scale,
        boolean published, boolean writable, String words) {}
