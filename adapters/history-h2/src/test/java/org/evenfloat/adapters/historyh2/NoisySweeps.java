// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.util.Random;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Sweeps of a string in float: the charger wanders 4 mV over all blocks, each block has its own offset and 2 mV of
 * noise, temperatures follow day and season with 0.05 degrees of noise, a resistance is measured anew once a day.
 */
final class NoisySweeps {

    private static final double DAY_MILLIS = 86_400_000;

    private final LineRoster roster;
    private final Random random;
    private final double[] offsets;
    private final int[] resistances;
    private long measuredOn = Long.MIN_VALUE;
    private double charger;

    NoisySweeps(LineRoster roster, long seed) {
        this.roster = roster;
        this.random = new Random(seed);
        this.offsets = random.doubles(roster.moduleCount()).map(unit -> unit * 16 - 8).toArray();
        this.resistances = new int[roster.moduleCount()];
    }

    SweepImage next(long atMillis) {
        long day = (long) (atMillis / DAY_MILLIS);
        charger = 0.97 * charger + random.nextGaussian();
        double daily = Math.sin(2 * Math.PI * atMillis / DAY_MILLIS);
        double seasonal = Math.sin(2 * Math.PI * atMillis / (365 * DAY_MILLIS));
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(atMillis, atMillis);
        for (int row = 0; row < roster.moduleCount(); row++) {
            if (day != measuredOn) {
                resistances[row] = (int) (5_000 + 20 * offsets[row] + 50 * random.nextGaussian());
            }
            double millivolts = 13_620 + charger + offsets[row] + 2 * random.nextGaussian();
            double centidegrees = 2_200 + 300 * seasonal + 100 * daily + 10 * offsets[row] + 5 * random.nextGaussian();
            fill.set(MeasurementKind.VOLTAGE, row, (int) Math.round(millivolts), Quality.GOOD);
            fill.set(MeasurementKind.TEMPERATURE, row, (int) Math.round(centidegrees), Quality.GOOD);
            fill.set(MeasurementKind.RESISTANCE, row, resistances[row],
                    day != measuredOn ? Quality.GOOD : Quality.STALE);
            fill.set(MeasurementKind.DUTY, row, Math.max(0, (int) (40 * offsets[row] + random.nextGaussian())),
                    Quality.GOOD);
        }
        fill.setSensor(0, 250 + (int) (10 * random.nextGaussian()), Quality.GOOD);
        fill.setSensor(1, (int) (2_100 + 100 * daily), Quality.GOOD);
        measuredOn = day;
        return fill.freeze();
    }
}
