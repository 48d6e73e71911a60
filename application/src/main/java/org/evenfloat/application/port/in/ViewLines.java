// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;

/** Looks at the lines: how each is reached, how it is doing, and how its devices have answered. */
@FunctionalInterface
public interface ViewLines {

    /**
     * One line.
     *
     * @param health how it is doing
     * @param serialPort the serial port it is reached by; null over the network
     * @param host name or address of the serial device server; null on a serial port
     * @param port its TCP port; null on a serial port
     * @param baud rate on the wire
     * @param sweepPeriodMillis from the start of a sweep to the start of the next
     * @param counts sums over all its devices; empty when the line was not free in time
     */
    record Line(
            Health.LineHealth health, String serialPort, String host, Integer port, int baud, int sweepPeriodMillis,
            Optional<Counts> counts) {}

    /**
     * Sums over the devices of a line since it was opened.
     *
     * @param asked answers expected
     * @param answered good answers
     * @param lost no answer in time, after any retry
     * @param corrupt broken frames
     * @param late answers to an earlier question
     */
    record Counts(long asked, long answered, long lost, long corrupt, long late) {}

    /** Returns every line in the order of the site file. Waits for the lines to be free, at most two seconds. */
    List<Line> lines();
}
