// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables and their version. Each step leads from one version to the next; published steps never change. */
final class Schema {

    private static final List<List<String>> STEPS = List.of(first(), second());

    /** Version that this program writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    private static List<String> first() {
        return List.of(
            "CREATE TABLE roster (id INT PRIMARY KEY, line VARCHAR NOT NULL, hash BINARY(32) NOT NULL UNIQUE)",
            "CREATE TABLE roster_member (member VARCHAR NOT NULL, sensor BOOLEAN NOT NULL, roster_id INT NOT NULL,"
                    + " place INT NOT NULL, PRIMARY KEY (member, sensor, roster_id))",
            "CREATE TABLE sweep (id BIGINT PRIMARY KEY, roster_id INT NOT NULL, at_millis BIGINT NOT NULL,"
                    + " payload VARBINARY(16777216) NOT NULL)",
            "CREATE TABLE sweep_block (id BIGINT PRIMARY KEY, roster_id INT NOT NULL, from_millis BIGINT NOT NULL,"
                    + " to_millis BIGINT NOT NULL, sweeps INT NOT NULL, payload VARBINARY(16777216) NOT NULL)",
            "CREATE INDEX sweep_block_time ON sweep_block (roster_id, from_millis, to_millis)",
            "CREATE TABLE event (id BIGINT PRIMARY KEY, at_millis BIGINT NOT NULL, kind VARCHAR(100) NOT NULL,"
                    + " subject VARCHAR NOT NULL, text VARCHAR NOT NULL)",
            "CREATE INDEX event_time ON event (at_millis, id)",
            "CREATE TABLE equalizer (string_id VARCHAR PRIMARY KEY, at_millis BIGINT NOT NULL,"
                    + " z VARBINARY(16777216) NOT NULL)",
            "CREATE TABLE module (line VARCHAR NOT NULL, address INT NOT NULL, serial BIGINT NOT NULL,"
                    + " firmware INT NOT NULL, excluded_until_millis BIGINT NOT NULL, PRIMARY KEY (line, address))");
    }

    private static List<String> second() {
        return List.of("CREATE TABLE calibration (serial BIGINT PRIMARY KEY, at_millis BIGINT NOT NULL,"
                + " gain_millionths INT NOT NULL, offset_microvolts INT NOT NULL,"
                + " temperature_offset_centidegrees INT NOT NULL)");
    }

    /** The file was written by a newer program. */
    static final class TooNew extends Exception {

        private static final long serialVersionUID = 1;

        TooNew(int found) {
            super("it was written by a newer version of Evenfloat (schema " + found + ", this version knows "
                    + VERSION + "): run that version again, or move the file away to begin a new history");
        }
    }

    /** Brings the tables to {@link #VERSION}, each step in a transaction together with its number. */
    static void migrate(Connection connection) throws SQLException, TooNew {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT NOT NULL)");
        }
        int found = version(connection);
        if (found > VERSION) {
            throw new TooNew(found);
        }
        for (int version = found; version < VERSION; version++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : STEPS.get(version)) {
                    // a step that was cut short is done once more: its tables are there, but not its number
                    statement.execute(sql.replaceFirst("^CREATE (TABLE|INDEX) ", "CREATE $1 IF NOT EXISTS "));
                }
            }
            setVersion(connection, version + 1);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void setVersion(Connection connection, int version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO schema_version VALUES (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        }
        connection.commit();
    }
}
