// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.history.HistoryQuestion;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Sweeps and events in H2. A sweep or event equal in roster and instant, or in everything, to one that is there is
 * kept once, so that a spool may be written back twice. Closing closes the database.
 */
public final class H2History implements HistoryStore {

    /** Appends between two looks at the size of the file. */
    private static final int SIZE_CHECK_APPENDS = 32;

    private final H2Database database;
    private final Rosters rosters = new Rosters();
    private final SweepTable sweeps = new SweepTable();
    private final EventTable events;
    private final SizeLimit limit;
    private long loadedOpening;
    private int appends;

    /** Shares {@code database} with others, but is the only one that keeps sweeps and events in it. */
    public H2History(H2Database database) {
        this.database = database;
        this.events = new EventTable(database.settings().maxEvents());
        this.limit = new SizeLimit(database.settings().maxBytes());
    }

    @Override
    public void appendEvents(List<Event> added) throws HistoryFailure {
        write(connection -> events.append(connection, added));
    }

    @Override
    public void appendSweep(LineRoster roster, SweepImage image, byte[] states) throws HistoryFailure {
        check(roster, image, states);
        SweepCells cells = SweepCells.of(image, states);
        write(connection -> {
            int id = rosters.known(roster);
            if (id == 0) {
                id = rosters.id(connection, roster);
                sweeps.sealOthers(connection, roster.line(), id);
            }
            if (sweeps.blockIsDue(id, cells.rows())) {
                sweeps.seal(connection, id);
            }
            sweeps.append(connection, id, cells);
            rosters.remember(roster, id);
        });
    }

    @FunctionalInterface
    private interface Change {
        void in(Connection connection) throws SQLException;
    }

    private void write(Change change) throws HistoryFailure {
        boolean written = false;
        try {
            database.write("written", connection -> {
                if (loadedOpening != database.openings()) {
                    load(connection);
                }
                if (appends++ % SIZE_CHECK_APPENDS == 0 && limit.exceeded(connection)) {
                    makeRoom(connection);
                }
                change.in(connection);
                return null;
            });
            written = true;
        } finally {
            if (!written) {
                // what is remembered may be of a transaction that did not happen
                loadedOpening = 0;
            }
        }
    }

    private void load(Connection connection) throws SQLException {
        rosters.forget();
        sweeps.load(connection);
        events.load(connection);
        loadedOpening = database.openings();
    }

    /** In a transaction of its own, so that the room is free for what comes next. */
    private void makeRoom(Connection connection) throws SQLException {
        if (limit.removeOldestSweeps(connection)) {
            rosters.removeUnused(connection);
        } else {
            events.removeOldest(connection, limit.part());
        }
        H2Database.commit(connection);
        load(connection);
    }

    private static void check(LineRoster roster, SweepImage image, byte[] states) {
        List<String> problems = new ArrayList<>();
        if (!image.line().equals(roster.line())) {
            problems.add("image: of line " + image.line() + " - of the roster's line, " + roster.line());
        }
        if (image.moduleCount() != roster.moduleCount() || image.sensorCount() != roster.sensorCount()) {
            problems.add("image: " + image.moduleCount() + " modules and " + image.sensorCount() + " sensors - "
                    + roster.moduleCount() + " and " + roster.sensorCount() + " as in the roster");
        }
        if (states.length != roster.moduleCount()) {
            problems.add("states: " + states.length + " - " + roster.moduleCount() + ", one per module");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    @Override
    public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure {
        return series(blockId, false, fromMillis, toMillis, points);
    }

    @Override
    public HistorySeries sensor(String sensorId, long fromMillis, long toMillis, int points) throws HistoryFailure {
        return series(sensorId, true, fromMillis, toMillis, points);
    }

    private HistorySeries series(String id, boolean sensor, long fromMillis, long toMillis, int points)
            throws HistoryFailure {
        HistoryQuestion.series(id, fromMillis, toMillis, points);
        return database.read(
                "read", connection -> new SweepReader(connection, sensor, fromMillis, toMillis).series(id, points));
    }

    @Override
    public HistoryRanges ranges(RangeQuestion question) throws HistoryFailure {
        return database.read("read", connection -> new RangeReader(connection, question).ranges());
    }

    @Override
    public List<Event> events(long fromMillis, long toMillis, int limitOfEvents) throws HistoryFailure {
        HistoryQuestion.events(fromMillis, toMillis, limitOfEvents);
        return database.read("read", connection -> EventTable.read(connection, fromMillis, toMillis, limitOfEvents));
    }

    @Override
    public void close() {
        database.close();
    }
}
