// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds and reads what is stored of one roster in a time, one stored block at a time, so that memory does not grow
 * with the time asked for. Damaged blocks are left out.
 */
final class StoredSweeps {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSweeps.class);

    private StoredSweeps() {}

    /** Returns the first and the last instant of what is kept of a roster in a time, or nothing. */
    static long[] extent(Connection connection, int roster, long fromMillis, long toMillis) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MIN(first), MAX(last) FROM ("
                + "SELECT from_millis first, to_millis last FROM sweep_block WHERE roster_id = ?"
                + " AND from_millis BETWEEN ? AND ? AND to_millis >= ? UNION ALL "
                + "SELECT at_millis, at_millis FROM sweep WHERE roster_id = ? AND at_millis BETWEEN ? AND ?)")) {
            select.setInt(1, roster);
            select.setLong(2, reachingBack(fromMillis));
            select.setLong(3, toMillis);
            select.setLong(4, fromMillis);
            select.setInt(5, roster);
            select.setLong(6, fromMillis);
            select.setLong(7, toMillis);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                long first = rows.getLong(1);
                return rows.wasNull() ? new long[0] : new long[] {first, rows.getLong(2)};
            }
        }
    }

    private static long reachingBack(long fromMillis) {
        return Math.max(Long.MIN_VALUE + SweepTable.LONGEST_SPAN_MILLIS, fromMillis) - SweepTable.LONGEST_SPAN_MILLIS;
    }

    /** Hands over everything of a roster that reaches into a time; blocks may reach out of it. */
    static void read(Connection connection, int roster, long fromMillis, long toMillis, Consumer<SweepCells> reader)
            throws SQLException {
        for (long id : blocks(connection, roster, fromMillis, toMillis)) {
            SweepCells block = block(connection, id);
            if (block != null) {
                reader.accept(block);
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, payload FROM sweep WHERE roster_id = ? AND at_millis BETWEEN ? AND ?")) {
            select.setInt(1, roster);
            select.setLong(2, fromMillis);
            select.setLong(3, toMillis);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    SweepCells cells = decoded(rows.getBytes(2), rows.getLong(1));
                    if (cells != null) {
                        reader.accept(cells);
                    }
                }
            }
        }
    }

    /** Returns the ids of the blocks of a roster that reach into a time. */
    static long[] blocks(Connection connection, int roster, long fromMillis, long toMillis) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM sweep_block WHERE roster_id = ?"
                + " AND from_millis BETWEEN ? AND ? AND to_millis >= ?")) {
            select.setInt(1, roster);
            select.setLong(2, reachingBack(fromMillis));
            select.setLong(3, toMillis);
            select.setLong(4, fromMillis);
            LongStream.Builder ids = LongStream.builder();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids.build().toArray();
        }
    }

    /** Returns a block, null when it is damaged. */
    static SweepCells block(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT payload FROM sweep_block WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? decoded(rows.getBytes(1), id) : null;
            }
        }
    }

    private static SweepCells decoded(byte[] payload, long id) {
        try {
            return SweepCodec.decode(payload);
        } catch (DataFormatException damaged) {
            LOG.warn("sweeps {} in the history are damaged and left out: {}", id, damaged.getMessage());
            return null;
        }
    }
}
