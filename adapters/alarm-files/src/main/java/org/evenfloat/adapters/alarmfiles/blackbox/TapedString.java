// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.runaway.GuardedString;

/**
 * A string whose guard is recorded.
 *
 * @param string what its guard knows of it
 * @param blocks ids of its blocks, in order
 * @param breaker the breaker that disconnects it, if there is one
 */
public record TapedString(GuardedString string, List<String> blocks, Optional<TapedBreaker> breaker) {

    public TapedString {
        blocks = List.copyOf(blocks);
        if (blocks.size() != string.blocks()) {
            throw new IllegalArgumentException(
                    "string " + string.id() + ": " + blocks.size() + " ids of blocks - " + string.blocks());
        }
    }
}
