// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/**
 * What the equalizer has to say of one block.
 *
 * @param blockId id of the block
 * @param sentence for people, complete with the block's name and figures
 */
public record BlockFinding(String blockId, String sentence) {}
