// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Arrays;
import org.evenfloat.simulator.plant.Drive;
import org.evenfloat.simulator.plant.StringPlant;

/** Kind {@code openloop}: a string at its charger, nothing bypassed. Rows carry the start of their step. */
final class OpenLoopCheck implements CaseCheck {

    // The accept rule of the kind
    private static final double AMPS = 0.001;
    private static final double VOLTS = 0.010;
    private static final double DEVIATION_VOLTS = 0.005;

    private static final double ROOM_CELSIUS = 25;

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        StartTable start = StartTable.read(expected);
        StringPlant plant = start.plant();
        CsvTable table = expected.table();
        int time = table.column("t_s");
        int[] columns = {
            table.column("I_A"), table.column("Vmin"), table.column("Vmed"), table.column("Vmax"), table.column("Vstd")
        };
        double dt = expected.positive("dt_s");
        Drive charger = new Drive.Charger(expected.positive("Vset"), expected.chargerLimitAmps(), 0);
        double[] noBypass = new double[plant.size()];
        double[] worst = new double[columns.length];
        long steps = 0;
        for (int row = 0; row < table.rows(); row++) {
            long label = Math.round(table.at(row, time) / dt);
            while (steps <= label) {
                plant.step(dt, charger, ROOM_CELSIUS, noBypass);
                steps++;
            }
            double[] own = figures(plant);
            for (int i = 0; i < columns.length; i++) {
                worst[i] = Math.max(worst[i], Math.abs(own[i] - table.at(row, columns[i])));
            }
        }
        return start.verdict()
                .atMost("|dI|", 1000 * worst[0], 1000 * AMPS, "mA", "%.3f")
                .atMost("|dVmin,med,max|", 1000 * Math.max(worst[1], Math.max(worst[2], worst[3])), 1000 * VOLTS,
                        "mV", "%.2f")
                .atMost("|dVstd|", 1000 * worst[4], 1000 * DEVIATION_VOLTS, "mV", "%.2f");
    }

    /** Returns current, lowest, median and highest voltage and their population standard deviation. */
    private static double[] figures(StringPlant plant) {
        double[] volts = new double[plant.size()];
        for (int i = 0; i < volts.length; i++) {
            volts[i] = plant.volts(i);
        }
        Arrays.sort(volts);
        int half = volts.length / 2;
        double median = volts.length % 2 == 1 ? volts[half] : (volts[half - 1] + volts[half]) / 2;
        double mean = Arrays.stream(volts).average().orElseThrow();
        double variance = Arrays.stream(volts).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        return new double[] {plant.currentAmps(), volts[0], median, volts[volts.length - 1], Math.sqrt(variance)};
    }
}
