// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.domain.topology.Site;

/** Which blocks a site has. */
final class Blocks {

    private Blocks() {}

    static boolean known(Site site, String blockId) {
        return site.strings().flatMap(string -> string.blocks().stream()).anyMatch(block -> block.id().equals(blockId));
    }
}
