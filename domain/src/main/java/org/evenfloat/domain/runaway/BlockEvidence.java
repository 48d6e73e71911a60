// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/**
 * What is known of one block. Temperatures in °C, NaN when the block is blind.
 *
 * @param block its place in the string, from 0
 * @param celsius last good reading
 * @param correctedCelsius the same without offsets and self-heating
 * @param riseKelvin how far it is above the air reference
 * @param slopeKelvinPerHour how fast it rises
 * @param excessKelvin how far it is above the median block
 * @param neighbourExcessKelvin the same of its warmer neighbour
 * @param sagKelvin how much hotter than the others it is by its voltage and duty
 * @param warnVotes samples of the last ten in which it was over the limit for warning
 * @param alarmVotes the same for alarming
 * @param riseVotes the same for TRIP 1
 * @param hotVotes the same for TRIP 2
 * @param widespreadVotes the same for TRIP 4
 * @param suspect whether its last reading was bad, so that an earlier one stands
 * @param faulty whether its sensor is broken
 * @param blind whether nothing that counts is known of it
 */
public record BlockEvidence(
        int block, double celsius, double correctedCelsius, double riseKelvin, double slopeKelvinPerHour,
        double excessKelvin, double neighbourExcessKelvin, double sagKelvin, int warnVotes, int alarmVotes, int riseVotes,
        int hotVotes, int widespreadVotes, boolean suspect, boolean faulty, boolean blind) {}
