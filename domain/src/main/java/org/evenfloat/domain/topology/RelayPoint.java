// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * One relay of a relay module.
 *
 * @param module id of the relay module
 * @param relay its number, 1 to {@link RelayModule#RELAYS}
 */
public record RelayPoint(String module, int relay) {

    /** Returns the relay as people write it, such as {@code AUX1/1}. */
    @Override
    public String toString() {
        return module + "/" + relay;
    }
}
