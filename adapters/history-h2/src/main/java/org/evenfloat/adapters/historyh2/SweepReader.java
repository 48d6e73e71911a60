// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.evenfloat.application.history.SeriesSummary;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;

/** Reads the series of one block or sensor out of all rosters it ever stood in. */
final class SweepReader {

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
            long[] extent = StoredSweeps.extent(connection, place.roster(), fromMillis, toMillis);
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
            StoredSweeps.read(
                    connection, place.roster(), fromMillis, toMillis, cells -> add(summary, cells, place.row()));
        }
        return summary.series();
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
