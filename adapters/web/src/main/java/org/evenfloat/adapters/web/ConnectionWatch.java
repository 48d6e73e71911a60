// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Closes connections that hold a place without using it: those that drip a request, drip-read an answer or lie idle.
 * The HTTP server's own idle time starts anew with every byte, which a slow-loris client knows.
 */
final class ConnectionWatch {

    private final ServerConnector connector;
    private final long limitNanos;
    private final Map<EndPoint, Seen> seen = new ConcurrentHashMap<>();

    /** Requests whose head has arrived, answers that have begun, and since when both are so. */
    private record Seen(long requests, long answers, long sinceNanos, boolean stream) {

        Seen now(Connection connection, long nowNanos) {
            long in = connection.getMessagesIn();
            long out = connection.getMessagesOut();
            return in == requests && out == answers ? this : new Seen(in, out, nowNanos, stream);
        }
    }

    ConnectionWatch(ServerConnector connector, long limitMillis) {
        this.connector = connector;
        this.limitNanos = limitMillis * 1_000_000;
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
        for (EndPoint endPoint : open) {
            Connection connection = endPoint.getConnection();
            if (connection == null) {
                continue;
            }
            Seen now = seen.compute(endPoint, (key, last) -> last == null
                    ? new Seen(connection.getMessagesIn(), connection.getMessagesOut(), nowNanos, false)
                    : last.now(connection, nowNanos));
            if (!now.stream() && nowNanos - now.sinceNanos() > limitNanos) {
                endPoint.close(new TimeoutException("no request and no answer began in time"));
            }
        }
    }
}
