// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;

/**
 * How far a piece of work on a line has come, or how it has ended.
 *
 * @param order what was ordered
 * @param state whether it runs
 * @param startedAtMillis when it started, epoch ms
 * @param endedAtMillis when it ended, epoch ms; 0 while it runs
 * @param progress what has been done
 */
public record LineWorkReport(
        LineOrder order, State state, long startedAtMillis, long endedAtMillis, Progress progress) {

    /** Whether a piece of work runs. */
    public enum State {
        RUNNING,
        DONE,
        /** Ended by a person, by the server's stop, or because nobody pressed a button any more. */
        STOPPED,
        /** The line could not be used. */
        FAILED
    }

    /**
     * What has been done so far. The lists of other kinds of work are empty.
     *
     * @param done steps done
     * @param total steps in all; null while nobody knows
     * @param text one sentence for people: what it does now, or how it has ended
     * @param nextAddress the address that is given next; null when none is
     * @param nextSubject block or sensor of the site file with that address; null when there is none
     * @param devices what a scan or a reset has found, in order of address, those without one last
     * @param checks what a line check has counted, in order of address
     * @param given addresses given, in order of time
     */
    public record Progress(
            int done, Integer total, String text, Integer nextAddress, String nextSubject, List<FoundDevice> devices,
            List<CheckedDevice> checks, List<GivenAddress> given) {

        public Progress {
            devices = List.copyOf(devices);
            checks = List.copyOf(checks);
            given = List.copyOf(given);
        }

        /** Returns the same with another sentence, and nothing that comes next. */
        public Progress ended(String sentence) {
            return new Progress(done, total, sentence, null, null, devices, checks, given);
        }
    }

    /** How a device fits the site file. */
    public enum Mark {
        /** In the site file at that address. */
        EXPECTED,
        /** Its address is not in the site file. */
        UNEXPECTED,
        /** Another device has the same address. */
        DUPLICATE,
        /** It has no address yet. */
        NO_ADDRESS,
        /** In the site file, but silent. */
        MISSING
    }

    /**
     * A device on the line, or one that should be there.
     *
     * @param address its address; 0 when it has none
     * @param subject id of the block or sensor with that address; null when there is none
     * @param serial serial number as printed on it; null for a missing one
     * @param type what it says it is, such as {@code C20}; null for a missing one
     * @param typeFits whether that is what the site file has there; null where it has nothing, and for a missing one
     * @param firmware its version; null for a missing one
     * @param mark how it fits the site file
     */
    public record FoundDevice(
            int address, String subject, String serial, String type, Boolean typeFits, String firmware, Mark mark) {}

    /**
     * What came of the test patterns sent to a device.
     *
     * @param address its address
     * @param subject id of the block or sensor
     * @param sent patterns sent
     * @param lost patterns without an answer
     * @param corrupt patterns that came back broken
     * @param minMicros shortest time from sending a pattern to its return, µs of real time; 0 when none came back
     * @param meanMicros mean of it
     * @param maxMicros longest of it
     */
    public record CheckedDevice(
            int address, String subject, int sent, int lost, int corrupt, long minMicros, long meanMicros,
            long maxMicros) {

        /** Returns how many patterns came back unchanged. */
        public int good() {
            return sent - lost - corrupt;
        }
    }

    /**
     * An address and who has it now.
     *
     * @param address the address
     * @param subject id of the block or sensor with that address; null when there is none
     * @param serial serial number of the device
     * @param kept whether it had that address before its button was pressed
     */
    public record GivenAddress(int address, String subject, String serial, boolean kept) {}
}
