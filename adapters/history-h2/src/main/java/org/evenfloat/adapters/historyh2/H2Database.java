// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.MonotonicClock;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database file of one data folder, shared by history and memory. Opened by the first call; after a failure it
 * is closed and opened again by a later call, at first after a second, then after twice as long each time, up to a
 * minute; until then calls fail at once. What a write returned from is on the disk. Every wait has a limit.
 */
public final class H2Database implements AutoCloseable {

    static final String FILE = "history";

    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final long WAIT_MILLIS = 5_000;
    private static final long QUERY_MILLIS = 30_000;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final int READERS = 4;
    /** H2's snapshot isolation, beside the levels that java.sql.Connection names. */
    private static final int SNAPSHOT = 6;
    /** H2 itself lets two openers of one process share a file. */
    private static final Set<Path> OPEN_IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final HistorySettings settings;
    private final MonotonicClock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final Semaphore readers = new Semaphore(READERS);
    private Connection writer;
    private long pauseMillis;
    private long retryAtMillis;
    private String lastProblem;
    private boolean closed;
    private long openings;

    /** Does not touch the file yet. */
    public H2Database(HistorySettings settings, MonotonicClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Something to do with a connection; whoever runs it commits. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Opens the file, if it is not open, so that a folder in use or a file from a newer version is found at the start.
     *
     * @throws HistoryFailure with {@link DataFolderInUse} as cause when another server has it open
     */
    public void open() throws HistoryFailure {
        write("opened", connection -> null);
    }

    /** Returns the version of the format on disk that this program writes. */
    public static int format() {
        return Schema.VERSION;
    }

    HistorySettings settings() {
        return settings;
    }

    /** Returns how often the file has been opened, so that others know when to forget what they remember of it. */
    long openings() {
        return openings;
    }

    /** Runs a piece of work in a transaction and commits it to the disk. */
    <T> T write(String what, Work<T> work) throws HistoryFailure {
        lock(what);
        try {
            Connection connection = opened(what);
            try {
                T result = work.with(connection);
                commit(connection);
                pauseMillis = 0;
                return result;
            } catch (SQLException failure) {
                throw failed(what, connection, failure);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Runs a piece of reading work on a consistent state. */
    <T> T read(String what, Work<T> work) throws HistoryFailure {
        if (!acquireReader()) {
            throw new HistoryFailure(problem(what, READERS + " others are reading: try again later"), null);
        }
        try {
            Opened opened = reader(what);
            try (Connection connection = opened.reader) {
                return work.with(connection);
            } catch (SQLException failure) {
                lock(what);
                try {
                    throw failed(what, opened.writer, failure);
                } finally {
                    writing.unlock();
                }
            }
        } finally {
            readers.release();
        }
    }

    private record Opened(Connection writer, Connection reader) {}

    /** Connects under the lock, as connecting to a closed file would open it behind the writer's back. */
    private Opened reader(String what) throws HistoryFailure {
        lock(what);
        try {
            Connection current = opened(what);
            try {
                Connection reader = connect();
                reader.setTransactionIsolation(SNAPSHOT);
                reader.setAutoCommit(false);
                return new Opened(current, reader);
            } catch (SQLException failure) {
                throw failed(what, current, failure);
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean acquireReader() {
        try {
            return readers.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void lock(String what) throws HistoryFailure {
        try {
            if (writing.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new HistoryFailure(problem(what, "the database has been busy for too long: try again later"), null);
    }

    private Connection opened(String what) throws HistoryFailure {
        if (closed) {
            throw new HistoryFailure(problem(what, "the server is stopping"), null);
        }
        if (writer != null) {
            return writer;
        }
        long pause = retryAtMillis - clock.millis();
        if (pauseMillis > 0 && pause > 0) {
            throw new HistoryFailure(lastProblem + "; next attempt in " + (pause + 999) / 1_000 + " s", null);
        }
        if (!OPEN_IN_THIS_PROCESS.add(settings.folder())) {
            DataFolderInUse inUse = new DataFolderInUse(settings.folder());
            throw new HistoryFailure(inUse.getMessage(), inUse);
        }
        Connection opening = null;
        try {
            Files.createDirectories(settings.folder());
            recover();
            opening = connect();
            Schema.migrate(opening);
            opening.setAutoCommit(false);
            openings++;
            writer = opening;
            return opening;
        } catch (IOException | Schema.TooNew failure) {
            abandon(opening);
            throw pausing(problem("opened", failure.getMessage()), failure);
        } catch (SQLException failure) {
            abandon(opening);
            if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                DataFolderInUse inUse = new DataFolderInUse(settings.folder());
                throw pausing(inUse.getMessage(), inUse);
            }
            throw pausing(problem("opened", explain(failure)), failure);
        }
    }

    /** Recovers what can be; a file that cannot be opened at all shows that again, and better, when connecting. */
    private void recover() throws IOException {
        try {
            Recovery.recover(settings.folder().resolve(FILE + ".mv.db"));
        } catch (MVStoreException failure) {
            LOG.debug("history could not be recovered", failure);
        }
    }

    /**
     * Connects. Why these options: no delayed writes, so that a commit is in the file when it returns; freed room is
     * used again at once, which is safe because each commit is synchronized before the next begins; nothing is
     * compacted at the end, so that closing takes no time; no shutdown hook, as the composition root closes.
     */
    private Connection connect() throws SQLException {
        String url = "jdbc:h2:file:" + settings.folder().resolve(FILE)
                + ";WRITE_DELAY=0;RETENTION_TIME=0;MAX_COMPACT_TIME=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                + ";PAGE_SIZE=4096;CACHE_SIZE=4096;ANALYZE_AUTO=0;TRACE_LEVEL_FILE=0"
                + ";LOCK_TIMEOUT=" + WAIT_MILLIS + ";MAX_QUERY_TIMEOUT=" + QUERY_MILLIS;
        Properties user = new Properties();
        user.put("user", "sa");
        user.put("password", "");
        return new Driver().connect(url, user);
    }

    /** Commits and waits until it is on the disk. */
    static void commit(Connection connection) throws SQLException {
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    private HistoryFailure failed(String what, Connection connection, SQLException failure) {
        String problem = problem(what, explain(failure));
        int code = failure.getErrorCode();
        boolean stillGood = code == ErrorCode.LOCK_TIMEOUT_1 || code == ErrorCode.STATEMENT_WAS_CANCELED;
        if (stillGood) {
            rollBack(connection);
            return new HistoryFailure(problem, failure);
        }
        if (connection == writer) {
            writer = null;
            abandon(connection);
        }
        return pausing(problem, failure);
    }

    private HistoryFailure pausing(String problem, Throwable cause) {
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(FIRST_PAUSE_MILLIS, 2 * pauseMillis));
        retryAtMillis = clock.millis() + pauseMillis;
        lastProblem = problem;
        return new HistoryFailure(problem, cause);
    }

    /** Lets go of the file as the process would by dying: what was committed before is in it. */
    private void abandon(Connection connection) {
        if (connection != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException alreadyClosed) {
                LOG.debug("history database was closed already", alreadyClosed);
            }
        }
        OPEN_IN_THIS_PROCESS.remove(settings.folder());
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            LOG.warn("history transaction could not be rolled back", failure);
        }
    }

    private String problem(String what, String why) {
        return "history in " + settings.folder() + " could not be " + what + ": " + why;
    }

    private static String explain(SQLException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return switch (failure.getErrorCode()) {
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.GENERAL_ERROR_1 -> reason + " (check the free space and the rights of that folder)";
            case ErrorCode.FILE_CORRUPTED_1 -> reason
                    + " (the file is damaged: restore it from a backup, or move it away to begin a new history)";
            default -> reason;
        };
    }

    /** Closes the file. Calls made afterwards fail. */
    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            if (writer != null) {
                try (Statement statement = writer.createStatement()) {
                    statement.execute("SHUTDOWN");
                } catch (SQLException failure) {
                    LOG.warn("history database did not close cleanly; nothing acknowledged is lost", failure);
                }
                writer = null;
                OPEN_IN_THIS_PROCESS.remove(settings.folder());
            }
        } finally {
            writing.unlock();
        }
    }
}
