// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.Arrays;
import org.evenfloat.domain.topology.LineRoster;

/**
 * In which order a roster's devices are asked. Shapes: one place per device, modules, sensors and relay modules
 * alike, in order of address; a window is a run of successive addresses.
 */
final class SweepPlan {

    private final LineRoster roster;
    private final int[] addresses;
    private final int[] rows;
    private final int[] windowStarts;

    SweepPlan(LineRoster roster) {
        this.roster = roster;
        int modules = roster.moduleCount();
        int sensors = roster.sensorCount();
        this.addresses = new int[modules + sensors + roster.relayModuleCount()];
        for (int row = 0; row < modules; row++) {
            addresses[row] = roster.moduleAddress(row);
        }
        for (int row = 0; row < sensors; row++) {
            addresses[modules + row] = roster.sensorAddress(row);
        }
        for (int row = 0; row < roster.relayModuleCount(); row++) {
            addresses[modules + sensors + row] = roster.relayAddress(row);
        }
        Arrays.sort(addresses);
        this.rows = Arrays.stream(addresses).map(address -> rowOf(roster, address)).toArray();
        this.windowStarts = starts(addresses);
    }

    private static int rowOf(LineRoster roster, int address) {
        int row = roster.rowOf(address);
        if (row >= 0) {
            return row;
        }
        int sensorRow = roster.sensorRowOf(address);
        return ~(sensorRow >= 0 ? sensorRow : roster.sensorCount() + roster.relayRowOf(address));
    }

    private static int[] starts(int[] addresses) {
        int[] starts = new int[addresses.length + 1];
        int count = 0;
        for (int place = 0; place < addresses.length; place++) {
            boolean goesOn = count > 0 && addresses[place] == addresses[place - 1] + 1
                    && place - starts[count - 1] < LineTiming.WINDOW;
            if (!goesOn) {
                starts[count++] = place;
            }
        }
        starts[count++] = addresses.length;
        return Arrays.copyOf(starts, count);
    }

    /** Returns whether this plan is of that roster. */
    boolean isOf(LineRoster other) {
        return roster == other;
    }

    LineRoster roster() {
        return roster;
    }

    int places() {
        return addresses.length;
    }

    int address(int place) {
        return addresses[place];
    }

    /**
     * Returns the place's module row, or the complement of its sensor row, or the complement of its relay row counted on
     * from the sensors.
     */
    int row(int place) {
        return rows[place];
    }

    int windows() {
        return windowStarts.length - 1;
    }

    /** Returns the first place of that window; that of the window after the last is {@link #places()}. */
    int windowStart(int window) {
        return windowStarts[window];
    }
}
