// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoints;

/**
 * What a protocol by which others read the site tells people of itself. Asked by any thread at any time, also before it is
 * served; never waits for a client, and no client waits for it.
 */
public interface NorthboundProtocol {

    /** Returns its id, as the section of the site file is called. */
    String id();

    /** Returns what people call it. */
    String name();

    /** Returns how it is doing. */
    ProtocolStatus status();

    /** Returns what stands where, values apart. */
    PublishedPoints map();

    /**
     * Returns what a client sees now: a page of the points asked for, each with the value that a client would be told from
     * the newest image. Every row of the map that is there at
     * the moment is a point here, in the same order.
     */
    SeenPoints points(PointQuestion question);
}
