// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** Whether current is seen to flow through a breaker's strings; without a sensor, or with an old value, UNKNOWN. */
public enum CurrentSight { NONE, FLOWS, UNKNOWN }
