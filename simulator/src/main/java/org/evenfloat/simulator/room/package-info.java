// SPDX-License-Identifier: Apache-2.0
/**
 * A battery room put together: strings of the plant behind devices on wires, a scenario, and the one clock that all of
 * it and the servers share.
 */
package org.evenfloat.simulator.room;
