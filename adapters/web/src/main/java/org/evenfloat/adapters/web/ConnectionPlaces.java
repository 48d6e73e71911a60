// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides at the door whether a client gets one more connection, so that no client takes those of the others. */
final class ConnectionPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPlaces.class);

    /** Whoever knocks all day is told once a minute. */
    private static final long TOLD_NANOS = 60_000_000_000L;

    private final WebLimits limits;
    private final TokenBuckets news = new TokenBuckets();
    private final List<Place> taken = new ArrayList<>();
    private long refused;
    private long toldNanos = System.nanoTime() - TOLD_NANOS;

    private record Place(SocketChannel channel, String client) {}

    ConnectionPlaces(WebLimits limits) {
        this.limits = limits;
    }

    /** Returns whether the client of that connection gets it; its place is free again when the channel is closed. */
    synchronized boolean take(SocketChannel channel, long nowNanos) {
        RemoteClient client;
        try {
            client = RemoteClient.of(channel.getRemoteAddress());
        } catch (IOException e) {
            return false; // gone already
        }
        WebLimits.Share share = client.share(limits);
        taken.removeIf(place -> !place.channel().isOpen());
        long held = taken.stream().filter(place -> place.client().equals(client.key())).count();
        if (held >= share.connections()
                || news.take(client.key(), share.connectionsPerSecond(), share.connectionBurst(), nowNanos) > 0) {
            refused++;
            tell(channel, held, nowNanos);
            return false;
        }
        taken.add(new Place(channel, client.key()));
        return true;
    }

    private void tell(SocketChannel channel, long held, long nowNanos) {
        if (nowNanos - toldNanos >= TOLD_NANOS) {
            toldNanos = nowNanos;
            LOG.warn("{} connections were refused since they were last told of; the last one came from {}, which has {}"
                    + " open", refused, channel.socket().getInetAddress(), held);
            refused = 0;
        }
    }
}
