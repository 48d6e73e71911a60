// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** What a step wants done. */
public enum TripOrder { NOTHING, FIRST_RELAY, SECOND_RELAY }
