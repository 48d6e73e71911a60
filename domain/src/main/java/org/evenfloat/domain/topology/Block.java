// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * One monobloc or cell of a string with the battery module on it.
 *
 * @param id unique on the site, {@code string-number}, such as {@code A1-17}
 * @param number place in the string, from 1 at the positive end
 * @param module address of its battery module
 * @param label what people have written on it, such as its serial number or place in the rack; may be empty
 */
public record Block(String id, int number, ModuleAddress module, String label) {

    /** Makes a block without a label. */
    public Block(String id, int number, ModuleAddress module) {
        this(id, number, module, "");
    }

    /** Returns the block with another label. */
    public Block labelled(String other) {
        return new Block(id, number, module, other);
    }
}
