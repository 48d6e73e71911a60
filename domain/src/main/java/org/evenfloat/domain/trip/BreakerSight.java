// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** What a breaker's status input shows; an old or missing value is UNKNOWN. */
public enum BreakerSight { OPEN, CLOSED, UNKNOWN }
