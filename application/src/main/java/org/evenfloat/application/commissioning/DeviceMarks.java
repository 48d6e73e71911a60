// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenfloat.application.port.in.LineWorkReport.FoundDevice;
import org.evenfloat.application.port.in.LineWorkReport.Mark;
import org.evenfloat.domain.topology.ModuleIdentity;

/** Compares what was found on a line with what the site file has there. */
public final class DeviceMarks {

    private final ExpectedDevices expected;

    DeviceMarks(ExpectedDevices expected) {
        this.expected = expected;
    }

    /** Returns the addresses that more than one device has, in order. */
    public static Set<Integer> usedTwice(List<ModuleIdentity> devices) {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> twice = new TreeSet<>();
        devices.stream().filter(device -> device.address() != 0 && !seen.add(device.address()))
                .forEach(device -> twice.add(device.address()));
        return twice;
    }

    /** Returns the expected addresses at which nothing was found. */
    int[] silent(List<ModuleIdentity> devices) {
        Set<Integer> found = new HashSet<>();
        devices.forEach(device -> found.add(device.address()));
        return Arrays.stream(expected.addresses()).filter(address -> !found.contains(address)).toArray();
    }

    /** Returns everything found and everything missing, in order of address, those without one last. */
    List<FoundDevice> mark(List<ModuleIdentity> devices) {
        Set<Integer> twice = usedTwice(devices);
        List<FoundDevice> marked = new ArrayList<>();
        for (ModuleIdentity device : devices) {
            marked.add(new FoundDevice(
                    device.address(), expected.subject(device.address()), device.serialText(),
                    expected.typeName(device.typeCode()), expected.typeFits(device.address(), device.typeCode()),
                    device.firmwareText(), mark(device.address(), twice)));
        }
        for (int address : silent(devices)) {
            marked.add(new FoundDevice(address, expected.subject(address), null, null, null, null, Mark.MISSING));
        }
        marked.sort(Comparator.comparingInt(device -> device.address() == 0 ? Integer.MAX_VALUE : device.address()));
        return marked;
    }

    private Mark mark(int address, Set<Integer> twice) {
        if (address == 0) {
            return Mark.NO_ADDRESS;
        }
        if (twice.contains(address)) {
            return Mark.DUPLICATE;
        }
        return expected.subject(address) == null ? Mark.UNEXPECTED : Mark.EXPECTED;
    }
}
