// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Keeps the file below its limit: when three quarters of it are in use, the oldest sixteenth of the sweeps is
 * removed; the room is used again, so that the file stops growing. Events go only when no sweeps are left.
 */
final class SizeLimit {

    private static final int PART = 16;

    private final long maxBytes;

    SizeLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns whether so much of the file is in use that something must go. */
    boolean exceeded(Connection connection) throws SQLException {
        return usedBytes(connection) > maxBytes / 4 * 3;
    }

    /** Removes the oldest part of the sweeps and returns whether there were any. */
    boolean removeOldestSweeps(Connection connection) throws SQLException {
        long sweeps = number(connection, "SELECT COUNT(*) FROM sweep_block");
        String table = sweeps > 0 ? "sweep_block" : "sweep";
        if (sweeps == 0) {
            sweeps = number(connection, "SELECT COUNT(*) FROM sweep");
        }
        if (sweeps == 0) {
            return false;
        }
        long lastId = number(connection, "SELECT MAX(id) FROM (SELECT id FROM " + table + " ORDER BY id FETCH FIRST "
                + (sweeps / PART + 1) + " ROWS ONLY)");
        for (String trimmed : new String[] {"sweep_block", "sweep"}) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + trimmed + " WHERE id <= ?")) {
                delete.setLong(1, lastId);
                delete.executeUpdate();
            }
        }
        return true;
    }

    /** Returns which part of the events goes at once. */
    int part() {
        return PART;
    }

    private static long usedBytes(Connection connection) throws SQLException {
        long size = setting(connection, "info.FILE_SIZE");
        return size / 100 * setting(connection, "info.FILL_RATE");
    }

    private static long setting(Connection connection, String name) throws SQLException {
        return number(connection, "SELECT CAST(setting_value AS BIGINT) FROM information_schema.settings"
                + " WHERE setting_name = '" + name + "'");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
