// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.List;

/**
 * Strings that serve one load.
 *
 * @param id unique on the site
 * @param name what people call it
 * @param strings in the order of the site file
 */
public record Battery(String id, String name, List<BatteryString> strings) {

    public Battery {
        strings = List.copyOf(strings);
    }
}
