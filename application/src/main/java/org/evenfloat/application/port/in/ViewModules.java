// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;

/** Looks at the devices of a line: who they are and how they have answered. */
public interface ViewModules {

    /**
     * One device of a line.
     *
     * @param address bus address
     * @param subject id of its block, of the sensor or of the relay module
     * @param type name of the module type the site file has there, or what sort of sensor or device
     * @param serial serial number as printed on it; null before it was asked, and for sensors and relays
     * @param firmware version; null before it was asked, and for sensors and relays
     * @param asked answers expected since the line was opened
     * @param answered good answers
     * @param lost no answer in time, after any retry
     * @param corrupt broken frames in its slot or turn
     * @param late answers to an earlier question
     */
    record LineDevice(
            int address, String subject, String type, String serial, String firmware, long asked, long answered, long lost,
            long corrupt, long late) {}

    /**
     * Returns all devices of a line, modules first, then sensors, then relay modules, each in order of address. Waits for
     * the line to be free for a moment, at most two seconds.
     *
     * @return empty when there is no such line or it was not free in time
     */
    Optional<List<LineDevice>> modules(String line);
}
