// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

/**
 * An object of a site, for people and programs that have to enter it elsewhere.
 *
 * @param oid name of the value, its row included
 * @param name descriptor of the object
 * @param subject id of what it is about, as the site file has it; empty for the site as a whole
 * @param syntax what sort of value it has
 * @param units of numbers; empty for counts, codes and texts
 * @param published whether place and meaning are those of public MIBs and clients; else ours
 * @param writable whether clients that may can write it
 * @param words what it says
 */
public record MibRow(
        String oid, String name, String subject, String syntax, String units, boolean published, boolean writable,
        String words) {}
