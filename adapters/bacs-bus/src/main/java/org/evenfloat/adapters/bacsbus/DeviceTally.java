// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.application.port.out.ModuleCounters;

/** Counts how one device has answered. */
final class DeviceTally {

    long asked;
    long answered;
    long lost;
    long corrupt;
    long late;

    ModuleCounters counters() {
        return new ModuleCounters(asked, answered, lost, corrupt, late);
    }
}
