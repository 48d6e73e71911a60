// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.List;
import java.util.Optional;

/**
 * A battery breaker that is opened through a relay.
 *
 * @param id unique on the site
 * @param strings ids of the strings that it disconnects
 * @param trip relay that opens it when it is energised
 * @param secondTrip another relay that opens it as well, for when the first one has not; if there is one
 * @param status input that tells whether it is open, if there is one
 * @param openWhenOn whether it is open while that input is on; closed then otherwise
 * @param boostStop relay that asks the charger to leave boost while a string gets too warm, if there is one
 */
public record Breaker(
        String id, List<String> strings, RelayPoint trip, Optional<RelayPoint> secondTrip, Optional<InputPoint> status,
        boolean openWhenOn, Optional<RelayPoint> boostStop) {

    public Breaker {
        strings = List.copyOf(strings);
    }

    /** A breaker beside which no relay asks the charger for anything. */
    public Breaker(
            String id, List<String> strings, RelayPoint trip, Optional<RelayPoint> secondTrip, Optional<InputPoint> status,
            boolean openWhenOn) {
        this(id, strings, trip, secondTrip, status, openWhenOn, Optional.empty());
    }
}
