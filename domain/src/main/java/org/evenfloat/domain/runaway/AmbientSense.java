// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/**
 * The air that blocks are compared with: as it is, or as it was some hours ago if that was warmer, because a block cools
 * more slowly than its room. A bad sensor is replaced by the coolest quarter of the blocks.
 */
final class AmbientSense {

    private static final int MOST_COUNTED = 1_000_000;

    private final RunawayConstants.Sensing constants;
    private final boolean fitted;
    private double read = Double.NaN;
    private double filtered = Double.NaN;
    private double slow = Double.NaN;
    private int badInARow;
    private boolean substitute = true;

    AmbientSense(boolean fitted, RunawayConstants.Sensing constants) {
        this.fitted = fitted;
        this.constants = constants;
    }

    /** @param coolQuarter what a quarter of the blocks lie below, °C; NaN when none is known */
    void step(RunawaySample sample, double dtSeconds, double coolQuarter) {
        read = fitted ? sample.ambientCelsius() : Double.NaN;
        substitute = !(read > constants.ambientLowestCelsius() && read < constants.ambientHighestCelsius());
        badInARow = substitute && fitted ? Math.min(badInARow + 1, MOST_COUNTED) : 0;
        double celsius = substitute ? substituteFor(coolQuarter) : read;
        if (Double.isNaN(celsius)) {
            return;
        }
        filtered = Double.isNaN(filtered) ? celsius
                : filtered + Math.min(1, dtSeconds / constants.ambientFilterSeconds()) * (celsius - filtered);
        slow = Double.isNaN(slow) ? filtered
                : slow + Math.min(1, dtSeconds / constants.lagFilterSeconds()) * (filtered - slow);
    }

    private double substituteFor(double coolQuarter) {
        double below = coolQuarter - constants.substituteBelowKelvin();
        return Double.isNaN(filtered) ? below : Math.min(below, filtered + constants.substituteAboveKelvin());
    }

    /** Returns the air temperature as read, °C; NaN when that is bad. */
    double goodCelsius() {
        return substitute ? Double.NaN : read;
    }

    /** Returns the air temperature, filtered, °C; NaN before the first. */
    double filteredCelsius() {
        return filtered;
    }

    /** Returns what blocks are compared with, °C; NaN before the first. */
    double referenceCelsius() {
        return Math.max(filtered, slow);
    }

    boolean substitute() {
        return substitute;
    }

    boolean faulty() {
        return badInARow >= constants.faultSamples();
    }

    boolean newFault() {
        return badInARow == constants.faultSamples();
    }

    void visit(StateTape tape) {
        read = tape.number(read);
        filtered = tape.number(filtered);
        slow = tape.number(slow);
        badInARow = tape.count(badInARow);
        substitute = tape.flag(substitute);
    }
}
