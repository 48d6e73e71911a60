// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a protocol is doing that others read the site by. It says how long ago things were, not when: only whoever asks
 * knows the time of the site.
 *
 * @param places where it is served, those that cannot be had among them
 * @param admitted addresses and networks that may read; empty for everybody who reaches a place
 * @param writers who may do more than read
 * @param commands command lines that read something, for people to try; {@code HOST} stands for a name of this machine,
 *     {@code PORT} for the reader's own serial port
 * @param requests that were answered since the start, refused ones among them
 * @param refused requests that were answered with an error; empty where nobody counts them
 * @param connections that are open now; empty for protocols without
 * @param turnedAway clients and requests that got no answer
 * @param clients who has asked, the latest first, at most {@link #MOST_CLIENTS} and one for all others
 * @param trouble the last thing that went wrong
 */
public record ProtocolStatus(
        List<Place> places, List<String> admitted, List<Writer> writers, List<String> commands, long requests,
        OptionalLong refused, OptionalLong connections, long turnedAway, List<Client> clients, Optional<Trouble> trouble) {

    /** Clients that are told one by one. */
    public static final int MOST_CLIENTS = 64;

    public ProtocolStatus {
        places = List.copyOf(places);
        admitted = List.copyOf(admitted);
        writers = List.copyOf(writers);
        commands = List.copyOf(commands);
        clients = List.copyOf(clients);
    }

    /**
     * Somewhere it is served.
     *
     * @param where an address with its port, or a serial port and how it is used
     * @param problem why it is not served there at the moment, a sentence; empty when it is
     */
    public record Place(String where, String problem) {}

    /**
     * Somebody who may do more than read.
     *
     * @param name what the audit calls it
     * @param from address, network or serial port; empty for anywhere
     * @param may what it may ask for
     */
    public record Writer(String name, String from, Set<NorthboundOrder.Kind> may) {

        public Writer {
            may = Set.copyOf(may);
        }
    }

    /**
     * Somebody who has asked.
     *
     * @param address where it asks from; empty for all who have no place of their own in the list
     * @param who what the audit calls it
     * @param how over what, or by which version
     * @param requests of it that were answered
     * @param refused of those, answered with an error
     * @param connections of it that are open now
     * @param agoMillis how long ago it asked last; below 0 when it never did
     */
    public record Client(
            String address, String who, String how, long requests, long refused, int connections, long agoMillis) {}

    /**
     * Something that went wrong.
     *
     * @param text a sentence
     * @param agoMillis how long ago that was
     */
    public record Trouble(String text, long agoMillis) {}
}
