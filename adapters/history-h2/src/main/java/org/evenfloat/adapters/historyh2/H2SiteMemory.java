// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.topology.ModuleAddress;

/** The server's own memory in H2, in the same file as the history. */
public final class H2SiteMemory implements SiteMemory {

    private final H2Database database;

    public H2SiteMemory(H2Database database) {
        this.database = database;
    }

    @Override
    public void saveEqualizer(String stringId, long atMillis, double[] z) throws HistoryFailure {
        ByteBuffer bytes = ByteBuffer.allocate(z.length * Double.BYTES);
        bytes.asDoubleBuffer().put(z);
        database.write("written", connection -> {
            try (PreparedStatement merge =
                    connection.prepareStatement("MERGE INTO equalizer KEY (string_id) VALUES (?, ?, ?)")) {
                merge.setString(1, stringId);
                merge.setLong(2, atMillis);
                merge.setBytes(3, bytes.array());
                return merge.executeUpdate();
            }
        });
    }

    @Override
    public Optional<SavedEqualizer> loadEqualizer(String stringId) throws HistoryFailure {
        return database.read("read", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT at_millis, z FROM equalizer WHERE string_id = ?")) {
                select.setString(1, stringId);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    ByteBuffer bytes = ByteBuffer.wrap(rows.getBytes(2));
                    double[] z = new double[bytes.remaining() / Double.BYTES];
                    bytes.asDoubleBuffer().get(z);
                    return Optional.of(new SavedEqualizer(rows.getLong(1), z));
                }
            }
        });
    }

    @Override
    public void saveModule(ModuleAddress address, KnownModule module) throws HistoryFailure {
        database.write("written", connection -> {
            try (PreparedStatement merge =
                    connection.prepareStatement("MERGE INTO module KEY (line, address) VALUES (?, ?, ?, ?, ?)")) {
                merge.setString(1, address.line());
                merge.setInt(2, address.number());
                merge.setLong(3, module.serial());
                merge.setInt(4, module.firmware());
                merge.setLong(5, module.excludedUntilMillis());
                return merge.executeUpdate();
            }
        });
    }

    @Override
    public Map<ModuleAddress, KnownModule> loadModules() throws HistoryFailure {
        return database.read("read", connection -> {
            Map<ModuleAddress, KnownModule> modules = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT line, address, serial, firmware, excluded_until_millis FROM module");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    modules.put(
                            new ModuleAddress(rows.getString(1), rows.getInt(2)),
                            new KnownModule(rows.getLong(3), rows.getInt(4), rows.getLong(5)));
                }
            }
            return Map.copyOf(modules);
        });
    }

    @Override
    public void saveCalibration(long serial, KeptCalibration kept) throws HistoryFailure {
        database.write("written", connection -> kept.calibration().isNone()
                ? forget(connection, serial) : keep(connection, serial, kept));
    }

    private static int forget(Connection connection, long serial) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM calibration WHERE serial = ?")) {
            delete.setLong(1, serial);
            return delete.executeUpdate();
        }
    }

    private static int keep(Connection connection, long serial, KeptCalibration kept) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO calibration KEY (serial) VALUES (?, ?, ?, ?, ?)")) {
            merge.setLong(1, serial);
            merge.setLong(2, kept.atMillis());
            merge.setInt(3, kept.calibration().gainMillionths());
            merge.setInt(4, kept.calibration().offsetMicrovolts());
            merge.setInt(5, kept.calibration().temperatureOffsetCentidegrees());
            return merge.executeUpdate();
        }
    }

    @Override
    public Map<Long, KeptCalibration> loadCalibrations() throws HistoryFailure {
        return database.read("read", connection -> {
            Map<Long, KeptCalibration> calibrations = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT serial, at_millis, gain_millionths, offset_microvolts,"
                                    + " temperature_offset_centidegrees FROM calibration");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    calibrations.put(rows.getLong(1), new KeptCalibration(
                            rows.getLong(2), new Calibration(rows.getInt(3), rows.getInt(4), rows.getInt(5))));
                }
            }
            return Map.copyOf(calibrations);
        });
    }
}
