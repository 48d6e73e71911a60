// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.history.PickedRows;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Which block and sensor stood in which row. Rosters that say the same are kept once; sweeps refer to them, so that
 * history stays right after the site file has changed. For the writing thread, except {@link #places} and
 * {@link #shares}.
 */
final class Rosters {

    /**
     * Where a block or sensor stood.
     *
     * @param roster id of the roster
     * @param row module row or sensor row in it
     */
    record Place(int roster, int row) {}

    /**
     * Where some of many blocks and sensors stood.
     *
     * @param roster id of the roster
     * @param line id of its line
     * @param modules module rows wanted, each with the place of its block among the blocks
     * @param sensors sensor rows wanted, each with the place of its sensor after the blocks
     */
    record Share(int roster, String line, PickedRows modules, PickedRows sensors) {}

    private record Known(LineRoster roster, int id) {}

    private final Map<String, Known> newestByLine = new HashMap<>();

    /** Forgets what it remembers of the database. */
    void forget() {
        newestByLine.clear();
    }

    /** Returns the id of that roster if it is the newest of its line, else 0. */
    int known(LineRoster roster) {
        Known known = newestByLine.get(roster.line());
        return known != null && known.roster == roster ? known.id : 0;
    }

    /** Returns the id of that roster, which is added if it is not there. */
    int id(Connection connection, LineRoster roster) throws SQLException {
        byte[] hash = hash(roster);
        int id = find(connection, hash);
        if (id == 0) {
            id = add(connection, roster, hash);
        }
        return id;
    }

    /** Remembers the id of a line's newest roster, after its transaction has been committed. */
    void remember(LineRoster roster, int id) {
        newestByLine.put(roster.line(), new Known(roster, id));
    }

    /** Returns every place where that block or sensor ever stood. */
    static List<Place> places(Connection connection, String member, boolean sensor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT roster_id, place FROM roster_member WHERE member = ? AND sensor = ? ORDER BY roster_id")) {
            select.setString(1, member);
            select.setBoolean(2, sensor);
            List<Place> places = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.add(new Place(rows.getInt(1), rows.getInt(2)));
                }
            }
            return places;
        }
    }

    /** Returns every roster in which any of these blocks and sensors ever stood. */
    static Collection<Share> shares(Connection connection, List<String> blocks, List<String> sensors)
            throws SQLException {
        Map<Integer, Share> shares = new LinkedHashMap<>();
        pick(connection, shares, blocks, false, 0);
        pick(connection, shares, sensors, true, blocks.size());
        return shares.values();
    }

    private static void pick(
            Connection connection, Map<Integer, Share> shares, List<String> members, boolean sensor, int firstColumn)
            throws SQLException {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            columns.put(members.get(i), firstColumn + i);
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT m.roster_id, r.line, m.member, m.place FROM roster_member m JOIN roster r ON r.id = m.roster_id"
                        + " WHERE m.member = ANY(?) AND m.sensor = ? ORDER BY m.roster_id, m.place")) {
            select.setArray(1, connection.createArrayOf("VARCHAR", members.toArray()));
            select.setBoolean(2, sensor);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String line = rows.getString(2);
                    Share share = shares.computeIfAbsent(
                            rows.getInt(1), id -> new Share(id, line, new PickedRows(), new PickedRows()));
                    (sensor ? share.sensors : share.modules).add(rows.getInt(4), columns.get(rows.getString(3)));
                }
            }
        }
    }

    /** Removes the rosters that no sweep refers to any more. */
    void removeUnused(Connection connection) throws SQLException {
        List<Integer> unused = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM roster r WHERE NOT EXISTS"
                        + " (SELECT 1 FROM sweep s WHERE s.roster_id = r.id) AND NOT EXISTS"
                        + " (SELECT 1 FROM sweep_block b WHERE b.roster_id = r.id)");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                unused.add(rows.getInt(1));
            }
        }
        try (PreparedStatement members = connection.prepareStatement("DELETE FROM roster_member WHERE roster_id = ?");
                PreparedStatement roster = connection.prepareStatement("DELETE FROM roster WHERE id = ?")) {
            for (int id : unused) {
                members.setInt(1, id);
                members.executeUpdate();
                roster.setInt(1, id);
                roster.executeUpdate();
            }
        }
        newestByLine.values().removeIf(known -> unused.contains(known.id));
    }

    private static int find(Connection connection, byte[] hash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM roster WHERE hash = ?")) {
            select.setBytes(1, hash);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private static int add(Connection connection, LineRoster roster, byte[] hash) throws SQLException {
        int id;
        try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(MAX(id), 0) + 1 FROM roster");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            id = rows.getInt(1);
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO roster VALUES (?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, roster.line());
            insert.setBytes(3, hash);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO roster_member VALUES (?, ?, ?, ?)")) {
            for (int row = 0; row < roster.moduleCount(); row++) {
                addMember(insert, roster.blockId(row), false, id, row);
            }
            for (int row = 0; row < roster.sensorCount(); row++) {
                addMember(insert, roster.sensor(row).id(), true, id, row);
            }
            insert.executeBatch();
        }
        return id;
    }

    private static void addMember(PreparedStatement insert, String member, boolean sensor, int id, int row)
            throws SQLException {
        insert.setString(1, member);
        insert.setBoolean(2, sensor);
        insert.setInt(3, id);
        insert.setInt(4, row);
        insert.addBatch();
    }

    private static byte[] hash(LineRoster roster) {
        // the unit separator cannot be part of an id, so no two rosters give the same text
        StringBuilder text = new StringBuilder(roster.line()).append('\u001e');
        for (int row = 0; row < roster.moduleCount(); row++) {
            text.append(roster.blockId(row)).append('\u001f');
        }
        text.append('\u001e');
        for (int row = 0; row < roster.sensorCount(); row++) {
            text.append(roster.sensor(row).id()).append('\u001f');
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
