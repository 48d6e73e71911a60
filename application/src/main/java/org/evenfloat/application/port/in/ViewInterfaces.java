// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoints;

/** The protocols by which others read the site: how they are doing, and what their clients see. */
public interface ViewInterfaces {

    /** Most points of one page. */
    int MOST_POINTS = 500;

    /** How a protocol stands. */
    enum State {
        /** The site file does not enable it. */
        OFF,
        /** It is served wherever the site file wants it. */
        SERVING,
        /** Somewhere it is not served. */
        FAILED
    }

    /** Returns every protocol that this program has, in a fixed order. */
    List<SeenInterface> interfaces();

    /** Returns the map of a protocol; empty when that is not known or off. */
    Optional<PublishedPoints> map(String id);

    /**
     * Returns what clients of a protocol see; empty when that is not known or off.
     *
     * @param question asks for at most {@link #MOST_POINTS}
     */
    Optional<SeenPoints> points(String id, PointQuestion question);

    /**
     * A protocol at a moment.
     *
     * @param id as the section of the site file is called
     * @param name what people call it
     * @param nowMillis when it was so, epoch ms: what was some time ago was so long before
     * @param status how it is doing; empty when it is off
     */
    record SeenInterface(String id, String name, long nowMillis, Optional<ProtocolStatus> status) {

        /** Returns how it stands. */
        public State state() {
            return status.isEmpty() ? State.OFF : problem().isEmpty() ? State.SERVING : State.FAILED;
        }

        /** Returns why it is not served everywhere; empty when it is, and when it is off. */
        public String problem() {
            return status.map(ProtocolStatus::places).orElse(List.of()).stream()
                    .filter(place -> !place.problem().isEmpty())
                    .map(place -> place.where() + ": " + place.problem())
                    .collect(Collectors.joining("; "));
        }
    }
}
