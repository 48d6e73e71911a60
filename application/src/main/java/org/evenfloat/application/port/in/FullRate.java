// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.io.IOException;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;

/** Hands out what was measured of a string of late, sweep by sweep, without making anything large of it. */
public interface FullRate {

    /** What one sweep of one line saw of a string; to be used only while it is handed out. */
    interface Sweep {

        /** Returns when it was sampled, epoch ms. */
        long atMillis();

        /** Returns the value of a block by its place in the string, from 0, in the unit of the kind. */
        int value(MeasurementKind kind, int block);

        /** Returns the quality of that value; MISSING when the block hangs on another line. */
        Quality quality(MeasurementKind kind, int block);

        /** Returns the string current, mA. */
        int milliamps();

        /** Returns the quality of that current; MISSING when its sensor hangs on another line, or when there is none. */
        Quality currentQuality();

        /** Returns the air temperature, 0.01 °C. */
        int ambientHundredthsCelsius();

        /** Returns the quality of that temperature; MISSING when its sensor hangs on another line, or when there is none. */
        Quality ambientQuality();
    }

    /** Takes sweeps. */
    interface Taker {
        void take(Sweep sweep) throws IOException;
    }

    /**
     * Hands out every sweep that is still in memory, the oldest first by the wall clock.
     *
     * @param string id of a string of the site
     * @param afterMillis only sweeps that were sampled later, epoch ms
     * @throws IOException what the taker throws
     */
    void sweeps(String string, long afterMillis, Taker taker) throws IOException;
}
