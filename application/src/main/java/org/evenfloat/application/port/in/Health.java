// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;

/**
 * How the server itself is doing.
 *
 * @param version version of the program
 * @param startedAtMillis when it started, epoch ms
 * @param nowMillis its wall clock, epoch ms
 * @param speed simulated seconds per real second; 1 outside a simulation
 * @param lines one entry a line
 * @param history the history store
 */
public record Health(
        String version, long startedAtMillis, long nowMillis, double speed, List<LineHealth> lines, HistoryHealth history) {

    /**
     * One line.
     *
     * @param line id of the line
     * @param up whether it could be used in its last sweep
     * @param problem why not, for people; empty while it is up
     * @param sweeps sweeps since the start
     * @param lastSweepAtMillis when the last one sampled, epoch ms; 0 before the first
     * @param sweepMillis real time the last sweep took on the line
     * @param modules battery modules in the site file
     * @param missing battery modules without an answer in the last sweep
     */
    public record LineHealth(
            String line, boolean up, String problem, long sweeps, long lastSweepAtMillis, long sweepMillis, int modules,
            int missing) {}

    /**
     * The history store.
     *
     * @param working whether the last write succeeded
     * @param problem why not, for people; empty while it works
     * @param waiting sweeps and events that wait to be written
     * @param lost sweeps and events given up since the start
     */
    public record HistoryHealth(boolean working, String problem, long waiting, long lost) {}

    /** Returns whether every line is up and the history works. */
    public boolean good() {
        return history.working() && lines.stream().allMatch(LineHealth::up);
    }
}
