// SPDX-License-Identifier: Apache-2.0
/**
 * A battery room without batteries: plant physics, faults and the devices around it, all repeatable from a seed.
 * No rule of the server lives here; the server's own classes are used where a rule is needed.
 */
package org.evenfloat.simulator;
