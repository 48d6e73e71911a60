// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events in the order in which they came. Bounded by count, as ids have no gaps. For the writing thread. */
final class EventTable {

    private static final Logger LOG = LoggerFactory.getLogger(EventTable.class);

    private final long maxEvents;
    private long nextId;
    private long newestMillis;

    EventTable(long maxEvents) {
        this.maxEvents = maxEvents;
    }

    /** Learns what the database holds. */
    void load(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MAX(id), MAX(at_millis) FROM event");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            nextId = rows.getLong(1) + 1;
            newestMillis = rows.getLong(2);
            newestMillis = rows.wasNull() ? Long.MIN_VALUE : newestMillis;
        }
    }

    /** Appends events, except those that are there already, as when a spool is read once more after a crash. */
    void append(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?, ?)")) {
            for (Event event : events) {
                if (event.atMillis() > newestMillis || !isThere(connection, event)) {
                    insert.setLong(1, nextId++);
                    insert.setLong(2, event.atMillis());
                    insert.setString(3, event.kind().name());
                    insert.setString(4, event.subject());
                    insert.setString(5, event.text());
                    insert.executeUpdate();
                    newestMillis = Math.max(newestMillis, event.atMillis());
                }
            }
        }
        removeUpTo(connection, nextId - 1 - maxEvents);
    }

    private static boolean isThere(Connection connection, Event event) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM event WHERE at_millis = ?"
                + " AND kind = ? AND subject = ? AND text = ? FETCH FIRST ROW ONLY")) {
            select.setLong(1, event.atMillis());
            select.setString(2, event.kind().name());
            select.setString(3, event.subject());
            select.setString(4, event.text());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Removes the oldest part of the events. */
    void removeOldest(Connection connection, int part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MIN(id) FROM event");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            long oldest = rows.getLong(1);
            if (!rows.wasNull()) {
                removeUpTo(connection, oldest + (nextId - oldest) / part);
            }
        }
    }

    private static void removeUpTo(Connection connection, long lastId) throws SQLException {
        if (lastId > 0) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event WHERE id <= ?")) {
                delete.setLong(1, lastId);
                delete.executeUpdate();
            }
        }
    }

    static List<Event> read(Connection connection, long fromMillis, long toMillis, int limit) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT at_millis, kind, subject, text FROM event"
                + " WHERE at_millis BETWEEN ? AND ? ORDER BY at_millis DESC, id DESC FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, fromMillis);
            select.setLong(2, toMillis);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    add(events, rows);
                }
            }
        }
        return events;
    }

    private static void add(List<Event> events, ResultSet row) throws SQLException {
        String kind = row.getString(2);
        try {
            events.add(new Event(row.getLong(1), EventKind.valueOf(kind), row.getString(3), row.getString(4)));
        } catch (IllegalArgumentException unknown) {
            LOG.warn("the history holds an event of kind {}, which this version does not know; left out", kind);
        }
    }
}
