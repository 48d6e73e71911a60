// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Closes connections that hold a place without using it: those that drip a handshake, a request or its body, drip-read
 * an answer or lie idle. The HTTP server's own idle time starts anew with every byte, which a slow-loris client knows.
 */
final class ConnectionWatch {

    /**
     * A connection is not closed for the others' sake within this share of the time for its head: when a hundred clients
     * come back at once, their requests are on the way but not read yet.
     */
    private static final int FRESH_SHARE = 10;

    private final ServerConnector connector;
    private final Function<EndPoint, Connection> http;
    private final long exchangeNanos;
    private final long headNanos;
    private final int halfOpen;
    private final Map<EndPoint, Seen> seen = new ConcurrentHashMap<>();

    /** Requests whose head has arrived, answers that have begun, and since when both are so. */
    private record Seen(long requests, long answers, long sinceNanos, boolean stream) {

        Seen now(Connection connection, long nowNanos) {
            long in = heads(connection);
            long out = connection.getMessagesOut();
            return in == requests && out == answers ? this : new Seen(in, out, nowNanos, stream);
        }

        boolean halfOpen() {
            return requests == 0 && !stream;
        }
    }

    /**
     * @param connector whose connections are watched
     * @param http the connection that reads requests from an end; may be null while there is none
     */
    ConnectionWatch(ServerConnector connector, Function<EndPoint, Connection> http, WebLimits limits) {
        this.connector = connector;
        this.http = http;
        this.exchangeNanos = limits.exchangeMillis() * 1_000_000;
        this.headNanos = limits.headMillis() * 1_000_000;
        this.halfOpen = limits.halfOpen();
    }

    /** Returns the end on the network of one that may be behind TLS. */
    static EndPoint transport(EndPoint endPoint) {
        EndPoint end = endPoint;
        while (end instanceof EndPoint.Wrapper wrapper) {
            end = wrapper.unwrap();
        }
        return end;
    }

    /** Leaves a connection alone from now on: a stream has rules of its own. */
    void stream(EndPoint endPoint) {
        seen.put(endPoint, new Seen(0, 0, 0, true));
        if (!endPoint.isOpen()) {
            seen.remove(endPoint);
        }
    }

    void look(long nowNanos) {
        Collection<EndPoint> open = connector.getConnectedEndPoints();
        seen.keySet().retainAll(open);
        List<Map.Entry<EndPoint, Seen>> waiting = new ArrayList<>();
        for (EndPoint endPoint : open) {
            Connection connection = http.apply(endPoint);
            if (connection == null) {
                continue;
            }
            Seen now = seen.compute(endPoint, (key, last) -> last == null
                    ? new Seen(heads(connection), connection.getMessagesOut(), nowNanos, false)
                    : last.now(connection, nowNanos));
            if (now.halfOpen()) {
                waiting.add(Map.entry(endPoint, now));
            }
            if (!now.stream() && nowNanos - now.sinceNanos() > (now.halfOpen() ? headNanos : exchangeNanos)) {
                endPoint.close(new TimeoutException("no request and no answer began in time"));
            }
        }
        waiting.sort(Comparator.comparingLong(entry -> entry.getValue().sinceNanos()));
        for (int i = 0; i < waiting.size() - halfOpen; i++) {
            EndPoint endPoint = waiting.get(i).getKey();
            boolean fresh = nowNanos - waiting.get(i).getValue().sinceNanos() < headNanos / FRESH_SHARE;
            if (!fresh && seen.get(endPoint) == waiting.get(i).getValue()) {
                endPoint.close(new TimeoutException("too many connections without a request"));
            }
        }
    }

    private static long heads(Connection connection) {
        return Math.max(0, connection.getMessagesIn()); // one that is no HTTP yet does not count them
    }
}
