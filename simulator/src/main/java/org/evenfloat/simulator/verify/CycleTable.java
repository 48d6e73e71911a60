// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Arrays;
import org.evenfloat.domain.state.StringState;

/** The recording of a {@code cycle} case. */
final class CycleTable {

    private final CsvTable table;
    private final StringState[] phases;
    private final int phaseColumn;
    private final int time;
    private final int amps;
    private final int[] volts;

    CycleTable(PhysicsCase expected) throws MalformedSetException {
        table = expected.table();
        String[] names = expected.texts("phases");
        phases = new StringState[names.length];
        for (int i = 0; i < names.length; i++) {
            try {
                phases[i] = StringState.valueOf(names[i]);
            } catch (IllegalArgumentException e) {
                throw expected.bad("phases", names[i], "one of " + Arrays.toString(StringState.values()));
            }
        }
        phaseColumn = table.column("phase");
        time = table.column("t_s");
        amps = table.column("I_A");
        volts = table.columns("V", expected.count("N"));
        for (int row = 0; row < table.rows(); row++) {
            double index = table.at(row, phaseColumn);
            if (index != Math.rint(index) || index < 0 || index >= phases.length) {
                throw new MalformedSetException(
                        table.file(), "line " + (row + 2) + ", phase: " + index + " - 0 to " + (phases.length - 1));
            }
        }
    }

    /** Returns whether nothing may be bypassed in that state. */
    static boolean idle(StringState state) {
        return state == StringState.DISCHARGE || state == StringState.REST;
    }

    int rows() {
        return table.rows();
    }

    StringState phase(int row) {
        return phases[(int) table.at(row, phaseColumn)];
    }

    /** Returns the end of the row's step, s. */
    double seconds(int row) {
        return table.at(row, time);
    }

    double amps(int row) {
        return table.at(row, amps);
    }

    void copyVolts(int row, double[] into) {
        for (int i = 0; i < volts.length; i++) {
            into[i] = table.at(row, volts[i]);
        }
    }
}
