// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import org.evenfloat.simulator.plant.StringPlant;

/** The recorded run of a case, read along with one's own. Rows carry the end of their step. */
final class ReferenceRows {

    private final CsvTable table;
    private final int time;
    private final int[] volts;
    private int row;

    ReferenceRows(CsvTable table, int blocks) throws MalformedSetException {
        this.table = table;
        time = table.column("t_s");
        volts = table.columns("V", blocks);
    }

    /** Returns the largest difference to the row of that time, V; 0 where there is none. */
    double worstVolts(double seconds, double periodSeconds, StringPlant plant) {
        while (row < table.rows() && table.at(row, time) < seconds - periodSeconds / 2) {
            row++;
        }
        if (row == table.rows() || table.at(row, time) > seconds + periodSeconds / 2) {
            return 0;
        }
        double worst = 0;
        for (int i = 0; i < volts.length; i++) {
            worst = Math.max(worst, Math.abs(plant.volts(i) - table.at(row, volts[i])));
        }
        return worst;
    }
}
