// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.history.PickedRows;
import org.evenfloat.application.history.RangePoint;
import org.evenfloat.application.history.RangeSummary;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.Quality;

/** Reads the ranges of many blocks and sensors out of all rosters they ever stood in, each stored block once. */
final class RangeReader {

    private final Connection connection;
    private final RangeQuestion question;

    RangeReader(Connection connection, RangeQuestion question) {
        this.connection = connection;
        this.question = question;
    }

    HistoryRanges ranges() throws SQLException {
        List<Rosters.Share> shares = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Rosters.Share share : Rosters.shares(connection, question.blocks(), question.sensors())) {
            long[] extent =
                    StoredSweeps.extent(connection, share.roster(), question.fromMillis(), question.toMillis());
            if (extent.length > 0) {
                first = Math.min(first, Math.max(question.fromMillis(), extent[0]));
                last = Math.max(last, Math.min(question.toMillis(), extent[1]));
                shares.add(share);
                if (!lines.contains(share.line())) {
                    lines.add(share.line());
                }
            }
        }
        if (first > last) {
            return HistoryRanges.empty();
        }
        RangeSummary summary =
                new RangeSummary(question.columns(), lines.size(), first, last, question.points());
        for (Rosters.Share share : shares) {
            int source = lines.indexOf(share.line());
            StoredSweeps.read(
                    connection, share.roster(), question.fromMillis(), question.toMillis(),
                    cells -> add(summary, source, cells, share));
        }
        return summary.ranges();
    }

    private void add(RangeSummary summary, int source, SweepCells cells, Rosters.Share share) {
        int kind = question.kind().ordinal();
        for (int sweep = 0; sweep < cells.sweeps(); sweep++) {
            long atMillis = cells.atMillis()[sweep];
            if (atMillis >= question.fromMillis() && atMillis <= question.toMillis()) {
                RangePoint point = summary.point(source, atMillis);
                if (kind < cells.kinds()) {
                    put(point, cells.values()[kind], cells.qualities()[kind], share.modules(), sweep, cells.sweeps());
                }
                put(point, cells.sensorValues(), cells.sensorQualities(), share.sensors(), sweep, cells.sweeps());
            }
        }
    }

    private static void put(
            RangePoint point, int[] values, byte[] qualities, PickedRows rows, int sweep, int sweeps) {
        for (int i = 0; i < rows.count(); i++) {
            int cell = rows.row(i) * sweeps + sweep;
            if (qualities[cell] <= Quality.SUSPECT.code()) {
                point.take(rows.column(i), values[cell]);
            }
        }
    }
}
