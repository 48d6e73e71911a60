// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * One digital input of a relay module.
 *
 * @param module id of the relay module
 * @param input its number, 1 to {@link RelayModule#INPUTS}
 */
public record InputPoint(String module, int input) {

    /** Returns the input as people write it, such as {@code AUX1/1}. */
    @Override
    public String toString() {
        return module + "/" + input;
    }
}
