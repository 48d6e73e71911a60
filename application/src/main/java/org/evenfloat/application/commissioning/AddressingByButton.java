// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenfloat.application.commissioning.ButtonAddressing.Given;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport.GivenAddress;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.ModuleIdentity;

/** Looks which addresses are free, switches the addressing mode on and gives them as buttons are pressed. */
final class AddressingByButton implements LineTask {

    /** Ends by itself when nobody has pressed a button for so long. */
    static final long PATIENCE_MILLIS = 15 * 60_000;

    private static final long SEARCH_PAUSE_MILLIS = 10;
    private static final long LOOK_PAUSE_MILLIS = 100;
    /** A record of presses that nobody needs any more must not grow for ever. */
    private static final int MOST_REMEMBERED = 2_000;

    private final ExpectedDevices expected;
    private final LineOrder.Addressing order;
    private final EventSink events;
    private final MonotonicClock clock;
    private final List<GivenAddress> given = new ArrayList<>();
    private ButtonAddressing buttons;
    private int total;
    private int fresh;
    private int asked;
    private boolean addressing;
    private boolean patienceOver;
    private long lastPressMillis;

    AddressingByButton(
            ExpectedDevices expected, LineOrder.Addressing order, EventSink events, MonotonicClock clock) {
        this.expected = expected;
        this.order = order;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public long step(ModuleBus bus) throws LineFailure {
        if (buttons == null) {
            Optional<List<ModuleIdentity>> all = bus.searchOn(asked == 0);
            asked++;
            all.ifPresent(this::begin);
            return buttons != null && buttons.isDone() ? DONE : SEARCH_PAUSE_MILLIS;
        }
        if (!addressing) {
            addressing = true;
            lastPressMillis = clock.millis();
            bus.addressing(true);
            return LOOK_PAUSE_MILLIS;
        }
        buttons.look(bus).ifPresent(this::take);
        patienceOver = clock.millis() - lastPressMillis > PATIENCE_MILLIS;
        return buttons.isDone() || patienceOver ? DONE : LOOK_PAUSE_MILLIS;
    }

    private void begin(List<ModuleIdentity> devices) {
        Set<Integer> used = new HashSet<>();
        devices.forEach(device -> used.add(device.address()));
        int[] wanted = order.firstAddress() == 0 ? expected.addresses()
                : IntStream.rangeClosed(order.firstAddress(), order.lastAddress()).toArray();
        int[] free = Arrays.stream(wanted).filter(address -> !used.contains(address)).toArray();
        total = free.length;
        buttons = new ButtonAddressing(free);
    }

    private void take(Given one) {
        lastPressMillis = clock.millis();
        int address = one.device().address();
        if (given.size() < MOST_REMEMBERED || !one.kept()) {
            given.add(new GivenAddress(address, expected.subject(address), one.device().serialText(), one.kept()));
        }
        if (!one.kept()) {
            fresh++;
            events.happened(EventKind.ADDRESS_GIVEN, expected.line(), "Line " + expected.line() + ": module "
                    + one.device().serialText() + " has " + expected.place(address) + " now, given by its button.");
        }
    }

    @Override
    public boolean isAddressing() {
        return addressing;
    }

    @Override
    public Progress progress() {
        boolean more = buttons != null && !buttons.isDone() && !patienceOver;
        Integer next = more ? (Integer) buttons.nextAddress() : null;
        return new Progress(
                fresh, buttons == null ? null : (Integer) total, text(next), next,
                next == null ? null : expected.subject(next), List.of(), List.of(), given);
    }

    private String text(Integer next) {
        String line = "Line " + expected.line() + ": ";
        if (buttons == null) {
            return line + "looking which addresses are free, " + asked + " questions so far.";
        }
        if (next != null) {
            return line + "press the button of the device that shall have " + expected.place(next) + "; " + fresh
                    + " of " + total + " addresses are given.";
        }
        if (patienceOver) {
            return line + "nobody has pressed a button for 15 min; " + fresh + " of " + total
                    + " addresses are given.";
        }
        if (order.firstAddress() == 0 && expected.addresses().length == 0) {
            return line + "the site file has no device on it; say which addresses are to be given.";
        }
        return total == 0 ? line + "every address has a device already; nothing is to be given."
                : line + fresh + " of " + total + " addresses are given"
                        + (fresh < total ? "; the others have a device already." : ".");
    }

    @Override
    public String cutShort() {
        return buttons == null ? "no address was given." : fresh + " of " + total + " addresses are given.";
    }
}
