// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.util.List;
import org.evenfloat.domain.trip.TripTerms;

/**
 * A breaker whose policy is recorded.
 *
 * @param id its id
 * @param terms its terms
 * @param strings ids of the strings that it disconnects
 */
public record TapedBreaker(String id, TripTerms terms, List<String> strings) {

    public TapedBreaker {
        strings = List.copyOf(strings);
    }
}
