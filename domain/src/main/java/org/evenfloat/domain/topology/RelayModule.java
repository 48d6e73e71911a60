// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.List;
import java.util.Optional;

/**
 * A device with relays and digital inputs on a module line, such as a GX_R_AUX with four of each.
 *
 * @param id unique on the site
 * @param address where it hangs
 * @param relays those in use, in order of number
 * @param inputs those in use, in order of number
 */
public record RelayModule(String id, ModuleAddress address, List<Relay> relays, List<Input> inputs) {

    /** Relays of one module. */
    public static final int RELAYS = 4;
    /** Digital inputs of one module. */
    public static final int INPUTS = 4;

    public RelayModule {
        relays = List.copyOf(relays);
        inputs = List.copyOf(inputs);
    }

    /** Which terminal of a relay is used, or how the contact at an input is made. */
    public enum Contact {
        /** Normally open: closed while the relay is energised, or while what the input watches is on. */
        NO,
        /** Normally closed: open while the relay is energised, or while what the input watches is on. */
        NC
    }

    /** How long a relay is energised by one order. */
    public enum Mode {
        /** For the length of its pulse. */
        PULSE,
        /** Until it is ordered otherwise. */
        MAINTAINED
    }

    /** What a relay does when no server is heard any more. */
    public enum BusLoss {
        /** It stays as it is; a pulse still ends. */
        HOLD,
        /** It is released. */
        REST
    }

    /**
     * A relay in use.
     *
     * @param relay its number, 1 to {@link #RELAYS}
     * @param contact which terminal is used
     * @param mode how long an order lasts
     * @param pulseMillis length of its pulse, ms; 0 with {@link Mode#MAINTAINED}
     * @param busLoss what it does when no server is heard any more
     */
    public record Relay(int relay, Contact contact, Mode mode, int pulseMillis, BusLoss busLoss) {}

    /**
     * An input in use.
     *
     * @param input its number, 1 to {@link #INPUTS}
     * @param name what people call it
     * @param contact how the contact at it is made
     */
    public record Input(int input, String name, Contact contact) {

        /**
         * Returns whether what the input watches is on.
         *
         * @param closed whether the contact at the input is closed
         */
        public boolean isOn(boolean closed) {
            return closed == (contact == Contact.NO);
        }
    }

    /** Returns the relay of that number when it is in use. */
    public Optional<Relay> relay(int number) {
        return relays.stream().filter(relay -> relay.relay() == number).findFirst();
    }

    /** Returns the input of that number when it is in use. */
    public Optional<Input> input(int number) {
        return inputs.stream().filter(input -> input.input() == number).findFirst();
    }

    /** Returns the relays that are released when no server is heard any more, bit 0 for relay 1; unused ones are. */
    public int restMask() {
        int mask = (1 << RELAYS) - 1;
        for (Relay relay : relays) {
            mask &= relay.busLoss() == BusLoss.HOLD ? ~(1 << relay.relay() - 1) : mask;
        }
        return mask;
    }
}
