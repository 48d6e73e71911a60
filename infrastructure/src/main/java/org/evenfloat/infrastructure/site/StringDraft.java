// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;
import org.evenfloat.domain.topology.BatteryString;

/**
 * A string before its other half is known.
 *
 * @param blocks how many it has; 0 when that cannot be read
 * @param string the string; empty when something in it cannot be read
 */
record StringDraft(String id, int blocks, Optional<BatteryString> string) {

    /** Returns the string as one half of a centre-tap battery, or as it is when it has no other half. */
    static BatteryString halfOf(BatteryString s, Optional<String> other) {
        return new BatteryString(s.id(), s.name(), s.blockType(), s.moduleType(), s.blocks(), s.currentSensor(),
                s.ambientSensor(), s.currentZero(), s.equalizing(), other);
    }
}
