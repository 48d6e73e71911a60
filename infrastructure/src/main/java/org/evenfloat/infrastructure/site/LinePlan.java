// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

/**
 * When the devices of a line are asked.
 *
 * @param sweepPeriodMillis from the start of a sweep to the start of the next
 * @param resistancePeriodMillis after how long the resistance of every block is measured again; 0 never
 */
public record LinePlan(int sweepPeriodMillis, long resistancePeriodMillis) {}
