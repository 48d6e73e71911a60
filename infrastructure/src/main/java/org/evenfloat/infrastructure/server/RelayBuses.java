// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.function.Supplier;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.infrastructure.server.Lines.Line;

/** The relays of all lines; what has to be done on the thread of a line is handed to it. Never waits; any thread. */
public final class RelayBuses {

    private final Supplier<Lines> lines;

    /** @param lines asked when a line is needed, not before */
    public RelayBuses(Supplier<Lines> lines) {
        this.lines = lines;
    }

    /** Returns the relays of a line by its id. */
    public RelayBus of(String line) {
        return lines.get().get(line).bus().relays();
    }

    /** Lets a line send what its relays were ordered. */
    public void attend(String line) {
        lines.get().get(line).thread().attend();
    }

    /** Has a relay module asked as soon as its line is free; what it says is {@link RelayBus#last} then. */
    public void ask(ModuleAddress module) {
        Line line = lines.get().get(module.line());
        line.thread().submit(() -> {
            try {
                line.bus().relays().ask(module.number());
            } catch (LineFailure down) {
                // the next sweep says so
            }
        });
    }
}
