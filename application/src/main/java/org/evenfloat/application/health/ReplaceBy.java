// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.health;

/**
 * When a block is to be replaced because of its resistance, if it goes on ageing like this. The design life is a bound
 * of its own.
 *
 * @param soonestMillis at the steepest likely slope, epoch ms
 * @param likelyMillis at the likely slope
 * @param latestMillis at the flattest likely slope; {@code Long.MAX_VALUE} when that is further away than time goes
 */
public record ReplaceBy(long soonestMillis, long likelyMillis, long latestMillis) {}
