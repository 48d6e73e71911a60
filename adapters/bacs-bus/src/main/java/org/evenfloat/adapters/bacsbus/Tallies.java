// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.domain.topology.ModuleAddress;

/** The counters of every device ever asked, by address; pages of them, so that a sweep looks them up without boxing. */
final class Tallies {

    private static final int PAGE = 256;
    private static final ModuleCounters NEVER_ASKED = new ModuleCounters(0, 0, 0, 0, 0);

    private final DeviceTally[][] pages = new DeviceTally[ModuleAddress.MAX / PAGE + 1][];

    /** Returns the counts of a device that is about to be asked. */
    DeviceTally of(int address) {
        DeviceTally[] page = pages[address / PAGE];
        if (page == null) {
            page = new DeviceTally[PAGE];
            pages[address / PAGE] = page;
        }
        DeviceTally tally = page[address % PAGE];
        if (tally == null) {
            tally = new DeviceTally();
            page[address % PAGE] = tally;
        }
        return tally;
    }

    /** Counts an answer that nobody waits for; one of a device that was never asked is a stranger's and not counted. */
    void late(int address) {
        DeviceTally tally = known(address);
        if (tally != null) {
            tally.late++;
        }
    }

    ModuleCounters counters(int address) {
        DeviceTally tally = known(address);
        return tally == null ? NEVER_ASKED : tally.counters();
    }

    private DeviceTally known(int address) {
        DeviceTally[] page = address > 0 && address <= ModuleAddress.MAX ? pages[address / PAGE] : null;
        return page == null ? null : page[address % PAGE];
    }
}
