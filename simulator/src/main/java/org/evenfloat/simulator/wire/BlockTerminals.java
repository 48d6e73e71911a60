// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * The two poles of a block, as the battery module on it senses them and acts on them. Called while the module is
 * locked, from the line's thread or from whoever calls {@link WireLine#tick}: must return at once and must not call
 * back into a device or line.
 */
public interface BlockTerminals {

    /** Returns the block's voltage now, in V, with the bypass as it was set last; NaN when it cannot be measured. */
    double volts();

    /** Returns the temperature of the module on the block now, in °C; NaN when its sensor is broken. */
    double celsius();

    /** Returns the block's internal resistance as a pulse of 3 s sees it, in µΩ; NaN when it cannot be measured. */
    double microohms();

    /** Sets the part of the time in which the bypass is on: 0 off to 1 always. Called only when it changes. */
    void bypass(double duty);
}
