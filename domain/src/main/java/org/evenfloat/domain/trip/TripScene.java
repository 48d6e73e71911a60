// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/**
 * What is known of a breaker and its strings at one moment.
 *
 * @param demanded whether the guard of one of its strings demands a trip
 * @param hot whether a block is so hot that nobody may put the trip off (TRIP 2)
 * @param discharging whether one of its strings feeds the load, or may do so for all that is known
 * @param last whether no other string would be left to the load
 * @param sight what its status input shows
 * @param current whether current flows through its strings
 */
public record TripScene(
        boolean demanded, boolean hot, boolean discharging, boolean last, BreakerSight sight, CurrentSight current) {}
