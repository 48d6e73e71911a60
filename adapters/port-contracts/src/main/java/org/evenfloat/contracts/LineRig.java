// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import org.evenfloat.application.port.out.ModuleBus;

/** A line L1 of simulated devices with the bus under test on it. The methods act on the devices behind its back. */
public interface LineRig extends AutoCloseable {

    /** Returns the bus under test; always the same one. */
    ModuleBus bus();

    /** Takes the line away: the port is gone or refuses connections. */
    void cut() throws Exception;

    /** Brings the line back. */
    void restore() throws Exception;

    /** Lets the device say nothing, or speak again. */
    void silence(int address, boolean silent);

    /** Presses the button of the device with that serial number. */
    void pressButton(long serial);

    /** Returns the duty of the bypass that the module applies now, 1/10000. */
    int dutyOf(int address);

    /** Returns whether the LEDs of the device blink because somebody asked for it. */
    boolean blinking(int address);

    /** Returns whether the device sleeps. */
    boolean asleep(int address);

    /** Returns whether that relay, from 1, of the relay module is energised. */
    boolean energised(int address, int relay);

    /** Returns how often that relay, from 1, of the relay module was energised so far. */
    int timesEnergised(int address, int relay);

    /** Closes or opens the contact at that input, from 1, of the relay module. */
    void contact(int address, int input, boolean closed);

    /** Lets the next so many answers of the device be lost on their way. */
    void loseAnswers(int address, int count);

    @Override
    void close() throws Exception;
}
