// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/**
 * One measurement of a block's internal resistance.
 *
 * @param microohms as measured, not normalised to a temperature
 * @param centidegrees temperature of the block while it was measured
 * @param ageSeconds time since the measurement
 */
public record ResistanceReading(int microohms, int centidegrees, int ageSeconds) {}
