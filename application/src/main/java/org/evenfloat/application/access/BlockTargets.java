// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/** Which string each block belongs to. */
final class BlockTargets {

    private final Map<String, Target> targets = new HashMap<>();

    BlockTargets(Site site) {
        site.strings().forEach(string -> {
            for (Block block : string.blocks()) {
                targets.put(block.id(), new Target("block", block.id(), Set.of(string.id())));
            }
        });
    }

    /** Returns a block; one that is not installed belongs to no string. */
    Target of(String blockId) {
        Target target = targets.get(blockId);
        return target == null ? Target.of("block", blockId) : target;
    }
}
