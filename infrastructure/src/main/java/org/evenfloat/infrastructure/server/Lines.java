// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenfloat.application.commissioning.LineWork;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.sweep.LineCare;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.threads.LineThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of the site, in its order. */
public final class Lines {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

    /** A step of a work and its end take far less. */
    private static final long WORK_ENDS_MILLIS = 2_000;

    private final List<Line> lines;

    /**
     * One line.
     *
     * @param roster which device stands in which row
     * @param bus to be used on the line's thread only
     * @param care looks after its modules
     * @param work what else is done on it
     * @param thread its I/O thread
     */
    public record Line(LineRoster roster, ModuleBus bus, LineCare care, LineWork work, LineThread thread) {}

    public Lines(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Returns the line of that index. */
    public Line get(int index) {
        return lines.get(index);
    }

    /** Returns the line of that id, which must be one of the site's. */
    public Line get(String id) {
        return lines.stream().filter(line -> line.roster().line().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("line: " + id + " - a line of the site"));
    }

    /** Returns all lines. */
    public List<Line> all() {
        return lines;
    }

    void start() {
        lines.forEach(line -> line.thread().start());
    }

    /** Ends the work on all lines, so that no device is left in a mode, then the lines. */
    void stop() {
        List<CompletableFuture<Void>> ends = lines.stream().map(line -> line.work().close()).toList();
        lines.forEach(line -> line.thread().wake());
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                    .get(WORK_ENDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException busy) {
            LOG.warn("Work on a line did not end within {} ms", WORK_ENDS_MILLIS);
        }
        lines.forEach(line -> line.thread().close());
    }
}
