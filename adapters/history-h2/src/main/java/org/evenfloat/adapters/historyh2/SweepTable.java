// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes sweeps: each into a row of its own, and when enough of one roster have come together, all of them into one
 * block, which takes a third of the room. For the writing thread; what it remembers is forgotten when a transaction
 * fails.
 */
final class SweepTable {

    private static final Logger LOG = LoggerFactory.getLogger(SweepTable.class);

    /**
     * Module cells of a block. Larger ones waste less of the file, but a chart must expand whole blocks: with this
     * a block is 40 to 60 kB.
     */
    private static final int BLOCK_CELLS = 40_000;
    private static final int MOST_SWEEPS = 512;
    /** Longest time from the first to the last sweep of a block; readers look back so far for blocks that reach in. */
    static final long LONGEST_SPAN_MILLIS = 8L * 86_400_000;

    private final Map<Integer, Long> newestByRoster = new HashMap<>();
    private final Map<Integer, Integer> singlesByRoster = new HashMap<>();
    private long nextId;

    /** Learns what the database holds. */
    void load(Connection connection) throws SQLException {
        newestByRoster.clear();
        singlesByRoster.clear();
        nextId = 1;
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT roster_id, MAX(at_millis), COUNT(*), MAX(id) FROM sweep GROUP BY roster_id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                newestByRoster.merge(rows.getInt(1), rows.getLong(2), Math::max);
                singlesByRoster.put(rows.getInt(1), rows.getInt(3));
                nextId = Math.max(nextId, rows.getLong(4) + 1);
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT r.id, (SELECT MAX(to_millis) FROM sweep_block b WHERE b.roster_id = r.id),"
                                + " (SELECT MAX(id) FROM sweep_block) FROM roster r");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long newest = rows.getLong(2);
                if (!rows.wasNull()) {
                    newestByRoster.merge(rows.getInt(1), newest, Math::max);
                }
                nextId = Math.max(nextId, rows.getLong(3) + 1);
            }
        }
    }

    static int sweepsOfABlock(int rows) {
        return Math.max(1, Math.min(MOST_SWEEPS, BLOCK_CELLS / Math.max(1, rows)));
    }

    /** Returns whether the sweeps of that roster wait to become a block. */
    boolean blockIsDue(int roster, int rows) {
        return singlesByRoster.getOrDefault(roster, 0) >= Math.max(2, sweepsOfABlock(rows));
    }

    /** Appends a sweep, unless a sweep of that roster and instant is there already. */
    void append(Connection connection, int roster, SweepCells cells) throws SQLException {
        long atMillis = cells.atMillis()[0];
        long newest = newestByRoster.getOrDefault(roster, Long.MIN_VALUE);
        if (atMillis <= newest && isThere(connection, roster, atMillis)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sweep VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, nextId);
            insert.setInt(2, roster);
            insert.setLong(3, atMillis);
            insert.setBytes(4, SweepCodec.encode(cells));
            insert.executeUpdate();
        }
        nextId++;
        singlesByRoster.merge(roster, 1, Integer::sum);
        newestByRoster.put(roster, Math.max(newest, atMillis));
    }

    private static boolean isThere(Connection connection, int roster, long atMillis) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM sweep WHERE roster_id = ? AND at_millis = ? FETCH FIRST ROW ONLY")) {
            select.setInt(1, roster);
            select.setLong(2, atMillis);
            try (ResultSet rows = select.executeQuery()) {
                if (rows.next()) {
                    return true;
                }
            }
        }
        for (long id : StoredSweeps.blocks(connection, roster, atMillis, atMillis)) {
            SweepCells block = StoredSweeps.block(connection, id);
            for (int sweep = 0; block != null && sweep < block.sweeps(); sweep++) {
                if (block.atMillis()[sweep] == atMillis) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A single sweep as it is stored: expanded only while it is put into its block, so that few are in memory. */
    private record Single(long id, long atMillis, int kinds, byte[] payload) {}

    /** Turns every single sweep of a roster into blocks. */
    void seal(Connection connection, int roster) throws SQLException {
        List<Single> singles = singles(connection, roster);
        int first = 0;
        while (first < singles.size()) {
            SweepCells head = expanded(singles.get(first));
            int end = endOfBlock(singles, first, sweepsOfABlock(head.rows()));
            insertBlock(connection, roster, head, singles.subList(first, end));
            first = end;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM sweep WHERE roster_id = ?")) {
            delete.setInt(1, roster);
            delete.executeUpdate();
        }
        singlesByRoster.remove(roster);
    }

    /** Turns the single sweeps of every other roster of that line into blocks: nothing will be added to them. */
    void sealOthers(Connection connection, String line, int roster) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM roster WHERE line = ? AND id <> ?")) {
            select.setString(1, line);
            select.setInt(2, roster);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (singlesByRoster.containsKey(rows.getInt(1))) {
                        seal(connection, rows.getInt(1));
                    }
                }
            }
        }
    }

    private static List<Single> singles(Connection connection, int roster) throws SQLException {
        List<Single> singles = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, at_millis, payload FROM sweep WHERE roster_id = ? ORDER BY id")) {
            select.setInt(1, roster);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    try {
                        byte[] payload = rows.getBytes(3);
                        singles.add(new Single(
                                rows.getLong(1), rows.getLong(2), SweepCodec.decode(payload).kinds(), payload));
                    } catch (DataFormatException damaged) {
                        LOG.warn("sweep {} in the history is damaged and left out: {}", rows.getLong(1),
                                damaged.getMessage());
                    }
                }
            }
        }
        return singles;
    }

    private static int endOfBlock(List<Single> singles, int first, int most) {
        Single head = singles.get(first);
        long earliest = head.atMillis;
        long latest = earliest;
        int end = first + 1;
        while (end < singles.size() && end - first < most && singles.get(end).kinds == head.kinds) {
            long atMillis = singles.get(end).atMillis;
            earliest = Math.min(earliest, atMillis);
            latest = Math.max(latest, atMillis);
            if (latest - earliest > LONGEST_SPAN_MILLIS) {
                break;
            }
            end++;
        }
        return end;
    }

    private static SweepCells expanded(Single single) {
        try {
            return SweepCodec.decode(single.payload);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("a sweep that could be read cannot be read again", damaged);
        }
    }

    private static void insertBlock(Connection connection, int roster, SweepCells head, List<Single> singles)
            throws SQLException {
        SweepCells block = SweepCells.empty(singles.size(), head.kinds(), head.rows(), head.sensors());
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int sweep = 0; sweep < singles.size(); sweep++) {
            block.put(sweep, sweep == 0 ? head : expanded(singles.get(sweep)));
            earliest = Math.min(earliest, block.atMillis()[sweep]);
            latest = Math.max(latest, block.atMillis()[sweep]);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sweep_block VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, singles.get(0).id);
            insert.setInt(2, roster);
            insert.setLong(3, earliest);
            insert.setLong(4, latest);
            insert.setInt(5, singles.size());
            insert.setBytes(6, SweepCodec.encode(block));
            insert.executeUpdate();
        }
    }
}
