// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.in.ViewInterfaces;
import org.evenfloat.application.port.out.NorthboundProtocol;

/** Asks the protocols that are served, and names those that are not. */
public final class InterfacesView implements ViewInterfaces {

    private final Map<String, String> known;
    private final List<NorthboundProtocol> served;
    private final InstantSource wallClock;

    /**
     * @param known names of all protocols that this program has, by id, in the order in which they are told
     * @param served those of them that the site file enables
     * @param wallClock says when something was
     */
    public InterfacesView(Map<String, String> known, List<NorthboundProtocol> served, InstantSource wallClock) {
        this.known = known;
        this.served = List.copyOf(served);
        this.wallClock = wallClock;
    }

    @Override
    public List<SeenInterface> interfaces() {
        return known.entrySet().stream()
                .map(each -> new SeenInterface(each.getKey(), each.getValue(), wallClock.millis(),
                        find(each.getKey()).map(NorthboundProtocol::status)))
                .toList();
    }

    private Optional<NorthboundProtocol> find(String id) {
        return served.stream().filter(protocol -> protocol.id().equals(id)).findFirst();
    }

    @Override
    public Optional<PublishedPoints> map(String id) {
        return find(id).map(NorthboundProtocol::map);
    }

    @Override
    public Optional<SeenPoints> points(String id, PointQuestion question) {
        return find(id).map(protocol -> protocol.points(question));
    }
}
