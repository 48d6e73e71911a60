// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import org.evenfloat.domain.topology.LineRoster;

/** Hears which battery module is where. Called with the register locked: it never waits and never asks the register. */
public interface ModulePresence {

    /** A module with that serial number is in that row, whether it belongs there or not; told again at any time. */
    void present(LineRoster roster, int row, long serial);

    /** The module with that serial number was replaced and is nowhere on the site any more. */
    void replaced(long serial);
}
