// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.LineWorkReport.FoundDevice;
import org.evenfloat.application.port.in.LineWorkReport.Mark;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.ModuleIdentity;

/** Takes the address from every device, then looks for any that has not heard it and takes it from them one by one. */
final class AddressReset implements LineTask {

    /** Nobody acknowledges a reset to all, so it is said more than once. */
    private static final int TIMES = 2;

    private static final long PAUSE_MILLIS = 10;

    private final ExpectedDevices expected;
    private final EventSink events;
    private final Deque<ModuleIdentity> deaf = new ArrayDeque<>();
    private final List<ModuleIdentity> devices = new ArrayList<>();
    private List<FoundDevice> marked = List.of();
    private int steps;
    private int questions;
    private int kept;
    private boolean searched;

    AddressReset(ExpectedDevices expected, EventSink events) {
        this.expected = expected;
        this.events = events;
    }

    @Override
    public long step(ModuleBus bus) throws LineFailure {
        steps++;
        if (steps <= TIMES) {
            reset(bus);
        } else if (!searched) {
            search(bus);
        } else if (!deaf.isEmpty()) {
            ModuleIdentity device = deaf.remove();
            boolean freed = bus.assign(device.serial(), 0);
            kept += freed ? 0 : 1;
            devices.add(freed
                    ? new ModuleIdentity(device.serial(), device.typeCode(), device.firmware(), 0) : device);
        }
        if (!searched || !deaf.isEmpty()) {
            return PAUSE_MILLIS;
        }
        marked = new DeviceMarks(expected).mark(devices).stream()
                .filter(device -> device.mark() != Mark.MISSING).toList();
        return DONE;
    }

    private void reset(ModuleBus bus) throws LineFailure {
        if (steps == 1) {
            events.happened(EventKind.ADDRESSES_RESET, expected.line(), "Line " + expected.line()
                    + ": the addresses of all devices are taken away; none of its blocks is measured until they are"
                    + " addressed anew.");
        }
        bus.resetAddresses();
    }

    private void search(ModuleBus bus) throws LineFailure {
        Optional<List<ModuleIdentity>> all = bus.searchOn(questions == 0);
        questions++;
        if (all.isPresent()) {
            searched = true;
            all.get().forEach(device -> (device.address() == 0 ? devices : deaf).add(device));
        }
    }

    @Override
    public Progress progress() {
        return new Progress(
                steps, searched ? (Integer) (steps + deaf.size()) : null, text(), null, null, marked, List.of(),
                List.of());
    }

    private String text() {
        String line = "Line " + expected.line() + ": ";
        if (!searched || !deaf.isEmpty()) {
            return line + "the addresses of all devices are being taken away.";
        }
        return line + (devices.size() - kept) + " devices have no address now" + (kept == 0 ? "."
                : "; " + kept + " did not answer and have kept theirs.");
    }
}
