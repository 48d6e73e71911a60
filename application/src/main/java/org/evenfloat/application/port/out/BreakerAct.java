// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.TripMode;

/** What the policy of a breaker is told from outside. */
public sealed interface BreakerAct {

    /** Another mode, by a person. */
    record Mode(TripMode mode, String who, String reason) implements BreakerAct {}

    /** A veto, by a person. */
    record Veto(String who, long forMillis, String reason) implements BreakerAct {}

    /** A trip by hand. */
    record Trip(String who, BreakerSight sight, String reason) implements BreakerAct {}

    /** A release by two persons. */
    record Release(String who, String second, String reason) implements BreakerAct {}

    /** A relay's answer to an order; {@code why} is empty when it was taken. */
    record Answered(boolean taken, String why) implements BreakerAct {}
}
