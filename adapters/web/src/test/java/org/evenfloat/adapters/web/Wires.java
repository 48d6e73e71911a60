// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.evenfloat.application.northbound.InterfacesView;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoint;
import org.evenfloat.application.northbound.SeenPoints;
import org.evenfloat.application.port.in.ViewInterfaces;
import org.evenfloat.application.port.out.NorthboundProtocol;
import org.evenfloat.domain.measure.Quality;

/** Two protocols, of which one is off and the other has seen something of everything. */
final class Wires implements ViewInterfaces, NorthboundProtocol {

    volatile String problem = "";
    volatile String asked = "";
    private final ViewInterfaces view;

    Wires() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("wire", "WIRE");
        known.put("smoke", "SMOKE");
        view = new InterfacesView(known, List.of(this), () -> java.time.Instant.ofEpochMilli(Room.NOW));
    }

    @Override
    public List<SeenInterface> interfaces() {
        return view.interfaces();
    }

    @Override
    public Optional<PublishedPoints> map(String id) {
        return view.map(id);
    }

    @Override
    public Optional<SeenPoints> points(String id, PointQuestion question) {
        return view.points(id, question);
    }

    @Override
    public String id() {
        return "wire";
    }

    @Override
    public String name() {
        return "WIRE";
    }

    @Override
    public ProtocolStatus status() {
        return new ProtocolStatus(
                List.of(new ProtocolStatus.Place("127.0.0.1:7", problem)), List.of("10.0.0.0/8"),
                List.of(new ProtocolStatus.Writer("plc-1", "10.0.0.7",
                        Set.of(NorthboundOrder.Kind.MUTE, NorthboundOrder.Kind.ACKNOWLEDGE))),
                List.of("readit HOST"), 12, OptionalLong.of(2), OptionalLong.empty(), 3,
                List.of(new ProtocolStatus.Client("10.0.0.7", "plc-1", "TCP", 12, 2, 1, 3_000),
                        new ProtocolStatus.Client("10.0.0.8", "a client", "TCP", 0, 0, 1, -1)),
                Optional.of(new ProtocolStatus.Trouble("10.0.0.9 - not one of ours", 60_000)));
    }

    @Override
    public PublishedPoints map() {
        return new PublishedPoints(List.of("address", "name"), Set.of("address"),
                List.of(List.of("1", "voltage"), List.of("2", "a, \"quoted\" name")));
    }

    @Override
    public SeenPoints points(PointQuestion question) {
        asked = question.search() + (question.known() ? " known " : " all ") + question.from() + " " + question.count();
        return new SeenPoints(7, Room.NOW, 2, List.of(
                new SeenPoint("1", "block", "A1-1", "voltage", "uint16", "1 mV", "13500", "13500 mV", Quality.GOOD,
                        "terminal voltage"),
                new SeenPoint("2", "block", "A1-2", "voltage", "uint16", "1 mV", "65535", "", Quality.MISSING, "")));
    }
}
