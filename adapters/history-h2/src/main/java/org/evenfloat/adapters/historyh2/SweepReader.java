// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;
import org.evenfloat.application.history.SeriesSummary;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the series of one block or sensor out of all rosters it ever stood in, one stored block at a time, so that
 * memory does not grow with the time asked for.
 */
final class SweepReader {

    private static final Logger LOG = LoggerFactory.getLogger(SweepReader.class);

    private final Connection connection;
    private final boolean sensor;
    private final long fromMillis;
    private final long toMillis;
    private final int columns;
    private final int[] values;
    private final boolean[] usable;

    SweepReader(Connection connection, boolean sensor, long fromMillis, long toMillis) {
        this.connection = connection;
        this.sensor = sensor;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.columns = sensor ? 1 : MeasurementKind.count();
        this.values = new int[columns];
        this.usable = new boolean[columns];
    }

    HistorySeries series(String member, int points) throws SQLException {
        List<Rosters.Place> places = Rosters.places(connection, member, sensor);
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Rosters.Place place : places) {
            long[] extent = extent(place.roster());
            if (extent.length > 0) {
                first = Math.min(first, Math.max(fromMillis, extent[0]));
                last = Math.max(last, Math.min(toMillis, extent[1]));
            }
        }
        if (first > last) {
            return SeriesSummary.empty(columns);
        }
        SeriesSummary summary = new SeriesSummary(columns, first, last, points);
        for (Rosters.Place place : places) {
            for (long id : blocks(connection, place.roster(), fromMillis, toMillis)) {
                SweepCells block = block(connection, id);
                if (block != null) {
                    add(summary, block, place.row());
                }
            }
            addSingles(summary, place);
        }
        return summary.series();
    }

    /** Returns the first and the last instant of what is kept of a roster in the time asked for, or nothing. */
    private long[] extent(int roster) throws SQLException {
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

    private void addSingles(SeriesSummary summary, Rosters.Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, payload FROM sweep WHERE roster_id = ? AND at_millis BETWEEN ? AND ?")) {
            select.setInt(1, place.roster());
            select.setLong(2, fromMillis);
            select.setLong(3, toMillis);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    SweepCells cells = decoded(rows.getBytes(2), rows.getLong(1));
                    if (cells != null) {
                        add(summary, cells, place.row());
                    }
                }
            }
        }
    }

    private void add(SeriesSummary summary, SweepCells cells, int row) {
        for (int sweep = 0; sweep < cells.sweeps(); sweep++) {
            long atMillis = cells.atMillis()[sweep];
            if (atMillis >= fromMillis && atMillis <= toMillis) {
                int cell = row * cells.sweeps() + sweep;
                for (int column = 0; column < columns; column++) {
                    boolean written = sensor || column < cells.kinds();
                    values[column] = !written ? 0 : (sensor ? cells.sensorValues() : cells.values()[column])[cell];
                    usable[column] = written
                            && (sensor ? cells.sensorQualities() : cells.qualities()[column])[cell]
                                    <= Quality.SUSPECT.code();
                }
                summary.add(atMillis, values, usable);
            }
        }
    }
}
