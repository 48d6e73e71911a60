// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.List;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.sweep.LineCare;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.threads.LineThread;

/** The lines of the site, in its order. */
public final class Lines {

    private final List<Line> lines;

    /**
     * One line.
     *
     * @param roster which device stands in which row
     * @param bus to be used on the line's thread only
     * @param care looks after its modules
     * @param thread its I/O thread
     */
    public record Line(LineRoster roster, ModuleBus bus, LineCare care, LineThread thread) {}

    public Lines(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Returns the line of that index. */
    public Line get(int index) {
        return lines.get(index);
    }

    /** Returns all lines. */
    public List<Line> all() {
        return lines;
    }

    void start() {
        lines.forEach(line -> line.thread().start());
    }

    void stop() {
        lines.forEach(line -> line.thread().close());
    }
}
