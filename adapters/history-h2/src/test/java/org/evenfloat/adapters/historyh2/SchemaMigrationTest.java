// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.evenfloat.application.port.out.SiteMemory.KeptCalibration;
import org.evenfloat.application.port.out.SiteMemory.KnownModule;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.topology.ModuleAddress;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of an earlier version is brought up to the present one and keeps everything. */
class SchemaMigrationTest {

    @TempDir
    private Path folder;

    /** As the first published version made it; never to be changed. */
    private void firstVersion() throws SQLException {
        onFile(statement -> {
            for (String sql : List.of(
                    "CREATE TABLE schema_version (version INT NOT NULL)",
                    "CREATE TABLE roster (id INT PRIMARY KEY, line VARCHAR NOT NULL, hash BINARY(32) NOT NULL UNIQUE)",
                    "CREATE TABLE roster_member (member VARCHAR NOT NULL, sensor BOOLEAN NOT NULL,"
                            + " roster_id INT NOT NULL, place INT NOT NULL, PRIMARY KEY (member, sensor, roster_id))",
                    "CREATE TABLE sweep (id BIGINT PRIMARY KEY, roster_id INT NOT NULL, at_millis BIGINT NOT NULL,"
                            + " payload VARBINARY(16777216) NOT NULL)",
                    "CREATE TABLE sweep_block (id BIGINT PRIMARY KEY, roster_id INT NOT NULL,"
                            + " from_millis BIGINT NOT NULL, to_millis BIGINT NOT NULL, sweeps INT NOT NULL,"
                            + " payload VARBINARY(16777216) NOT NULL)",
                    "CREATE INDEX sweep_block_time ON sweep_block (roster_id, from_millis, to_millis)",
                    "CREATE TABLE event (id BIGINT PRIMARY KEY, at_millis BIGINT NOT NULL, kind VARCHAR(100) NOT NULL,"
                            + " subject VARCHAR NOT NULL, text VARCHAR NOT NULL)",
                    "CREATE INDEX event_time ON event (at_millis, id)",
                    "CREATE TABLE equalizer (string_id VARCHAR PRIMARY KEY, at_millis BIGINT NOT NULL,"
                            + " z VARBINARY(16777216) NOT NULL)",
                    "CREATE TABLE module (line VARCHAR NOT NULL, address INT NOT NULL, serial BIGINT NOT NULL,"
                            + " firmware INT NOT NULL, excluded_until_millis BIGINT NOT NULL,"
                            + " PRIMARY KEY (line, address))",
                    "INSERT INTO schema_version VALUES (1)",
                    "INSERT INTO module VALUES ('L1', 7, 704643073, 104, 0)",
                    "INSERT INTO event VALUES (1, 5000, 'LINE_DOWN', 'L1', 'Line L1 is down.')")) {
                statement.execute(sql);
            }
            return null;
        });
    }

    @FunctionalInterface
    private interface OnFile<T> {
        T with(Statement statement) throws SQLException;
    }

    private <T> T onFile(OnFile<T> work) throws SQLException {
        Properties user = new Properties();
        user.put("user", "sa");
        user.put("password", "");
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + folder.resolve(H2Database.FILE), user);
                Statement statement = connection.createStatement()) {
            return work.with(statement);
        }
    }

    private H2Database database() {
        return new H2Database(
                new HistorySettings(folder, HistorySettings.MIN_BYTES, HistorySettings.USUAL_EVENTS), () -> 0);
    }

    @Test
    void theFirstVersionKeepsEverythingAndTakesCalibrations() throws Exception {
        firstVersion();
        KeptCalibration calibration = new KeptCalibration(9, new Calibration(1_002_000, -5_000, 20));
        try (H2Database database = database()) {
            H2SiteMemory memory = new H2SiteMemory(database);
            assertThat(memory.loadModules())
                    .containsEntry(new ModuleAddress("L1", 7), new KnownModule(704_643_073L, 104, 0)).hasSize(1);
            assertThat(memory.loadCalibrations()).isEmpty();
            memory.saveCalibration(704_643_073L, calibration);
            assertThat(new H2History(database).events(0, 10_000, 10))
                    .containsExactly(new Event(5_000, EventKind.LINE_DOWN, "L1", "Line L1 is down."));
        }
        try (H2Database database = database()) {
            assertThat(new H2SiteMemory(database).loadCalibrations()).containsEntry(704_643_073L, calibration);
        }
        int version = onFile(statement -> {
            try (ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        assertThat(version).isEqualTo(2);
    }
}
