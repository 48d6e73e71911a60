// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.util.Arrays;
import java.util.List;

/** Simple rules that trip at once on what the sensors read, for comparison. */
final class NaiveRules {

    static final List<String> NAMES = List.of(
            "any T >= 50 °C", "any T >= 60 °C", "any T - air >= 10 K", "any rise >= 3 K in an hour",
            "median T - air >= 10 K");

    private static final int MINUTES = 60;

    final double[] tripHours = new double[NAMES.size()];
    private final double[][] hour;
    private final double[] sorted;
    private int minute;

    NaiveRules(int blocks) {
        hour = new double[MINUTES][blocks];
        sorted = new double[blocks];
        Arrays.fill(tripHours, Double.NaN);
        for (double[] row : hour) {
            Arrays.fill(row, Double.NaN);
        }
    }

    void look(double hours, RoomSensors sensors) {
        double hottest = Double.NEGATIVE_INFINITY;
        double fastest = Double.NEGATIVE_INFINITY;
        int known = 0;
        double[] before = hour[minute++ % MINUTES];
        for (int i = 0; i < before.length; i++) {
            double celsius = sensors.celsius[i];
            if (!Double.isNaN(celsius)) {
                hottest = Math.max(hottest, celsius);
                fastest = celsius - before[i] > fastest ? celsius - before[i] : fastest;
                sorted[known++] = celsius;
            }
            before[i] = celsius;
        }
        Arrays.sort(sorted, 0, known);
        double air = sensors.ambientCelsius;
        trip(0, hours, hottest >= 50);
        trip(1, hours, hottest >= 60);
        trip(2, hours, hottest - air >= 10);
        trip(3, hours, fastest >= 3);
        trip(4, hours, known > 0 && sorted[known / 2] - air >= 10);
    }

    private void trip(int rule, double hours, boolean now) {
        if (now && Double.isNaN(tripHours[rule])) {
            tripHours[rule] = hours;
        }
    }
}
