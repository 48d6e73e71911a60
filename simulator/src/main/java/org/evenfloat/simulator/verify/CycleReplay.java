// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Arrays;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/** The server's equalizer, fed with a recorded cycle row by row. */
final class CycleReplay {

    private final CycleTable cycle;
    private final Equalizer equalizer;
    private final double[] volts;
    private final double[] limit;
    private final double periodSeconds;

    CycleReplay(PhysicsCase expected, BatteryString string, CycleTable cycle) throws MalformedSetException {
        this.cycle = cycle;
        periodSeconds = expected.positive("sample_s");
        equalizer = new Equalizer(string, CaseTuning.gains(expected, string, periodSeconds));
        volts = new double[string.size()];
        limit = new double[string.size()];
        Arrays.fill(limit, 1);
    }

    /** Takes the next row and returns the largest duty that it leads to in that state. */
    double largestDuty(int row, StringState state) {
        cycle.copyVolts(row, volts);
        equalizer.step(periodSeconds, state, true, volts, limit, Double.NaN);
        return equalizer.largestDuty();
    }
}
