// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * One line of battery modules and sensors. Owned by one thread: no method is ever called while another one runs,
 * except from {@code betweenFrames}. Every call ends in bounded time. A device that does not answer is data, a
 * line that cannot be used is a {@link LineFailure}; after one, every later call tries to open the line anew, with
 * a pause that grows to 10 s and without leaking anything.
 */
public interface ModuleBus extends AutoCloseable {

    /**
     * Samples all devices at one instant and collects the answers into the rows of {@code fill}: GOOD where
     * one came, MISSING after at most two retries. Resistance and duty are left as they are. Relay modules answer with
     * what their relays and inputs are.
     *
     * @param betweenFrames called whenever the line is free for a moment; commands that matter are sent from it
     * @return rows of modules that want attention: ask {@link #status} for the reason
     */
    BitSet sweep(SweepFill fill, Runnable betweenFrames) throws LineFailure;

    /** Tells every module its target and duty. */
    void equalize(EqualizeOrder order) throws LineFailure;

    /** Returns why the device at that address wants attention and clears the reasons, or empty when it is silent. */
    Optional<ModuleStatus> status(int address) throws LineFailure;

    /** Returns what the device at that address is, or empty when it is silent. */
    Optional<ModuleIdentity> identify(int address) throws LineFailure;

    /** Returns all devices that share that address; more than one is a wiring mistake. */
    List<ModuleIdentity> identifyAll(int address) throws LineFailure;

    /** Finds every device on the line by its serial number, addressed or not, in order of serial number. */
    List<ModuleIdentity> search() throws LineFailure;

    /**
     * Asks one question of such a search, so that other things can be done between two of them.
     *
     * @param anew begins a new search and gives up one under way
     * @return all devices, when that was the last question; empty while there is more to ask
     */
    Optional<List<ModuleIdentity>> searchOn(boolean anew) throws LineFailure;

    /** Starts a resistance measurement; the result is ready when the module wants attention. Returns whether it agreed. */
    boolean startResistance(int address) throws LineFailure;

    /** Returns the newest resistance of the module, or empty when it has none or is silent. */
    Optional<ResistanceReading> resistance(int address) throws LineFailure;

    /** Gives the device with that serial number an address, 0 to take it away. Returns whether it agreed. */
    boolean assign(long serial, int address) throws LineFailure;

    /** Takes the address away from every device on the line. */
    void resetAddresses() throws LineFailure;

    /** Switches the addressing mode on or off: devices without an address then report when their button is pressed. */
    void addressing(boolean on) throws LineFailure;

    /** Returns the device whose button was pressed since the last call, if any; call it often in addressing mode. */
    Optional<ModuleIdentity> pressedButton() throws LineFailure;

    /** Lets the LEDs of the device at that address blink for so many seconds, 0 to stop. Returns whether it agreed. */
    boolean blink(int address, int seconds) throws LineFailure;

    /** Sends a test pattern to the device and returns whether it came back unchanged. */
    boolean echo(int address) throws LineFailure;

    /** Sends all modules to sleep or wakes them up. */
    void sleep(boolean asleep) throws LineFailure;

    /** Returns how the device at that address has answered; zeros for one that was never asked. */
    ModuleCounters counters(int address);

    /** Returns the relays of the line; always the same. */
    RelayBus relays();

    /** Closes the line. Never throws, and may be called from any thread to end a call under way. */
    @Override
    void close();
}
