// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

/** The air of a room: as cool as usual until its cooling fails, then warmer by and by. Safe for several threads. */
final class RoomAir {

    /** Time constant in which the air of a battery room follows what heats or cools it. */
    private static final double FOLLOWS_SECONDS = 1.5 * 3600;

    private final double usualCelsius;
    private double wantedKelvin;
    private double aboveKelvin;

    RoomAir(double usualCelsius) {
        this.usualCelsius = usualCelsius;
    }

    /** Returns the temperature of the air now, °C. */
    synchronized double celsius() {
        return usualCelsius + aboveKelvin;
    }

    /** Lets the air go so much farther above what is usual, K; below 0 takes it back. */
    synchronized void heat(double kelvin) {
        wantedKelvin += kelvin;
    }

    synchronized void advance(double dtSeconds) {
        aboveKelvin += (wantedKelvin - aboveKelvin) * -Math.expm1(-dtSeconds / FOLLOWS_SECONDS);
    }
}
