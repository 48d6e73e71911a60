// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.Optional;
import org.evenfloat.application.port.in.WorkOnLines.Outcome;
import org.evenfloat.application.port.in.WorkOnLines.Verdict;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.ModuleIdentity;

/** Gives a device an address by its serial number, unless another one has it. */
public final class SerialAddressing {

    private final ExpectedDevices expected;

    public SerialAddressing(ExpectedDevices expected) {
        this.expected = expected;
    }

    /**
     * Assigns the address, on the line's thread.
     *
     * @param serial unsigned 32 bits
     * @param address 0 takes its address away
     */
    public Outcome assign(ModuleBus bus, long serial, int address) throws LineFailure {
        String name = new ModuleIdentity(serial, 0, 0, 0).serialText();
        Optional<ModuleIdentity> owner = address == 0 ? Optional.empty()
                : bus.identifyAll(address).stream().filter(device -> device.serial() != serial).findFirst();
        if (owner.isPresent()) {
            return new Outcome(Verdict.REFUSED, "Module " + owner.get().serialText() + " has "
                    + expected.place(address) + "; give that one another address first, or 0.");
        }
        if (!bus.assign(serial, address)) {
            return new Outcome(Verdict.REFUSED,
                    "Module " + name + " did not answer; a scan shows which devices are there.");
        }
        return new Outcome(Verdict.DONE, "Module " + name + " has "
                + (address == 0 ? "no address" : expected.place(address)) + " now.");
    }
}
