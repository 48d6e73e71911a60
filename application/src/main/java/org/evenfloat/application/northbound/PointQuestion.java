// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

/**
 * Which points somebody wants to see.
 *
 * @param search words that a point has to have, in any order and case; empty for all points
 * @param known whether points whose value is not known are left out
 * @param from how many matching points come before those that are wanted, at least 0
 * @param count how many are wanted at the most, at least 1
 */
public record PointQuestion(String search, boolean known, int from, int count) {}
