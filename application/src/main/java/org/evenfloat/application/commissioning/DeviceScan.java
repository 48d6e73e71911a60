// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenfloat.application.port.in.LineWorkReport.FoundDevice;
import org.evenfloat.application.port.in.LineWorkReport.Mark;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * Finds every device on a line. One answer lost in a search hides all devices with similar serial numbers, so the whole
 * line is searched twice; what is expected and was not found even so is asked by its address.
 */
final class DeviceScan implements LineTask {

    private static final int SEARCHES = 2;
    private static final long PAUSE_MILLIS = 10;

    private final ExpectedDevices expected;
    private final DeviceMarks marks;
    private final SortedMap<Long, ModuleIdentity> found = new TreeMap<>();
    private List<FoundDevice> marked = List.of();
    private int[] silent;
    private int searches;
    private boolean searching;
    private int asked;
    private int askedAgain;

    DeviceScan(ExpectedDevices expected) {
        this.expected = expected;
        this.marks = new DeviceMarks(expected);
    }

    @Override
    public long step(ModuleBus bus) throws LineFailure {
        if (silent == null) {
            search(bus);
        } else if (askedAgain < silent.length) {
            bus.identify(silent[askedAgain]).ifPresent(this::take);
            askedAgain++;
        }
        if (silent == null || askedAgain < silent.length) {
            return PAUSE_MILLIS;
        }
        marked = marks.mark(devices());
        return DONE;
    }

    private void search(ModuleBus bus) throws LineFailure {
        Optional<List<ModuleIdentity>> all = bus.searchOn(!searching);
        searching = all.isEmpty();
        asked++;
        if (all.isPresent()) {
            all.get().forEach(this::take);
            searches++;
            silent = searches < SEARCHES ? null : marks.silent(devices());
        }
    }

    private void take(ModuleIdentity device) {
        found.put(device.serial(), device);
    }

    private List<ModuleIdentity> devices() {
        return List.copyOf(found.values());
    }

    @Override
    public Progress progress() {
        Integer total = silent == null ? null : (Integer) (asked + silent.length);
        return new Progress(asked + askedAgain, total, text(), null, null, marked, List.of(), List.of());
    }

    private String text() {
        if (silent == null) {
            return "Line " + expected.line() + ": looking for devices, search " + (searches + 1) + " of " + SEARCHES
                    + ", " + asked + " questions so far.";
        }
        if (askedAgain < silent.length) {
            return "Line " + expected.line() + ": " + found.size() + " devices found; asking for " + silent.length
                    + " that are expected and silent.";
        }
        return "Line " + expected.line() + ": " + found.size() + " devices found, " + count(Mark.EXPECTED)
                + " of them expected, " + count(Mark.UNEXPECTED) + " unexpected, " + count(Mark.DUPLICATE)
                + " with the address of another, " + count(Mark.NO_ADDRESS) + " without an address; "
                + count(Mark.MISSING) + " expected ones are missing.";
    }

    private long count(Mark mark) {
        return marked.stream().filter(device -> device.mark() == mark).count();
    }
}
