// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.Optional;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * Gives the device whose button was pressed the next of a list of addresses. A device that has one keeps it; an
 * address at which somebody answers is passed over. The caller switches the addressing mode on first and off at last.
 */
public final class ButtonAddressing {

    /** Devices that were connected meanwhile have not heard of the mode yet; presses stay when it is told again. */
    private static final int LOOKS_A_REMINDER = 25;

    private final int[] addresses;
    private int at;
    private int looks;
    private ModuleIdentity waiting;
    private boolean free;

    /**
     * A device that has its address.
     *
     * @param device what it is, with the address it has now
     * @param kept whether it had that address before
     */
    public record Given(ModuleIdentity device, boolean kept) {}

    /** @param addresses to be given, in that order */
    public ButtonAddressing(int[] addresses) {
        this.addresses = addresses.clone();
    }

    /** Returns whether all addresses are given. */
    public boolean isDone() {
        return at == addresses.length;
    }

    /** Returns the address that is given next; there is one unless it {@linkplain #isDone is done}. */
    public int nextAddress() {
        return addresses[at];
    }

    /** Does one exchange or two and returns the device that has an address by it, if there is one. Call it often. */
    public Optional<Given> look(ModuleBus bus) throws LineFailure {
        if (waiting != null) {
            return free ? give(bus) : pass(bus);
        }
        if (++looks % LOOKS_A_REMINDER == 0) {
            bus.addressing(true);
        }
        Optional<ModuleIdentity> pressed = bus.pressedButton();
        if (pressed.isPresent() && pressed.get().address() != 0) {
            // Assigning the address that it has clears its press.
            ModuleIdentity device = pressed.get();
            return bus.assign(device.serial(), device.address()) ? Optional.of(new Given(device, true)) : Optional.empty();
        }
        waiting = pressed.orElse(null);
        free = false;
        return Optional.empty();
    }

    /** Passes the next address over when somebody answers there. */
    private Optional<Given> pass(ModuleBus bus) throws LineFailure {
        if (bus.identify(nextAddress()).isPresent()) {
            at++;
            waiting = isDone() ? null : waiting;
        } else {
            free = true;
        }
        return Optional.empty();
    }

    /** A device whose acknowledgement was lost has the address all the same. */
    private Optional<Given> give(ModuleBus bus) throws LineFailure {
        ModuleIdentity device = waiting;
        int address = nextAddress();
        waiting = null;
        boolean has = bus.assign(device.serial(), address)
                || bus.identifyAll(address).stream().anyMatch(other -> other.serial() == device.serial());
        if (!has) {
            return Optional.empty();
        }
        at++;
        return Optional.of(new Given(
                new ModuleIdentity(device.serial(), device.typeCode(), device.firmware(), address), false));
    }
}
