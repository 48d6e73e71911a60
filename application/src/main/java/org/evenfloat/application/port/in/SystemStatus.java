// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The program and the machine it runs on.
 *
 * @param program the running program
 * @param machine what it runs on
 * @param memory its memory
 * @param disk the data folder and its file system
 * @param clock the wall clock
 * @param contracts versions of what others rely on
 */
public record SystemStatus(
        Program program, Machine machine, Memory memory, Disk disk, Clock clock, Contracts contracts) {

    /**
     * The running program.
     *
     * @param version version of Evenfloat
     * @param javaVersion version of the Java machine
     * @param javaVendor its vendor
     * @param pid process number
     * @param startedAtMillis when it started, epoch ms
     * @param uptimeMillis how long it has been running, whatever the wall clock did
     */
    public record Program(
            String version, String javaVersion, String javaVendor, long pid, long startedAtMillis,
            long uptimeMillis) {}

    /**
     * What the program runs on.
     *
     * @param hostName name of the machine; empty when it is not known
     * @param operatingSystem name and version
     * @param architecture of the processor
     * @param cores processors the program may use
     * @param loadAverage of the last minute; empty where there is none
     */
    public record Machine(
            String hostName, String operatingSystem, String architecture, int cores, OptionalDouble loadAverage) {}

    /**
     * Memory of the process.
     *
     * @param heapUsedBytes objects, garbage included
     * @param heapMaxBytes most that objects may take
     * @param residentBytes everything of the process that is in memory; empty where that cannot be asked
     */
    public record Memory(long heapUsedBytes, long heapMaxBytes, OptionalLong residentBytes) {}

    /**
     * The data folder and its file system; empty is what cannot be read.
     *
     * @param dataFolder absolute path
     * @param freeBytes what the program may still write
     * @param totalBytes size of the file system
     * @param historyBytes size of history and spool
     * @param logBytes size of all log files
     */
    public record Disk(
            String dataFolder, OptionalLong freeBytes, OptionalLong totalBytes, OptionalLong historyBytes,
            OptionalLong logBytes) {}

    /**
     * The wall clock.
     *
     * @param nowMillis what it shows, epoch ms
     * @param synchronised whether the operating system keeps it by a time server; null when that is not known, and
     *     in a simulation
     * @param lastJump the last jump since the start; null when it never jumped
     */
    public record Clock(long nowMillis, Boolean synchronised, ClockJump lastJump) {}

    /**
     * A jump of the wall clock against the monotonic one.
     *
     * @param atMillis when it was noticed, epoch ms on the clock that had jumped
     * @param text what happened, for people
     */
    public record ClockJump(long atMillis, String text) {}

    /**
     * Versions of what others rely on, each counting up with a breaking change.
     *
     * @param api the web API
     * @param historyFormat the history on disk
     * @param siteFile the site file
     * @param moduleBus the protocol of the module bus
     */
    public record Contracts(int api, int historyFormat, int siteFile, int moduleBus) {}
}
