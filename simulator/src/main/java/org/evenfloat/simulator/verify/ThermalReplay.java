// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Optional;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayGuard;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Chemistry;

/** The server's runaway guard, fed with a recorded string row by row. Times in s; NaN for what never came. */
final class ThermalReplay {

    private static final byte GOOD = Quality.GOOD.code();

    private final CsvTable table;
    private final double rowSeconds;
    private final RunawayGuard guard;
    private final RunawaySample sample;
    private final int time;
    private final int ambient;
    private final int amps;
    private final int sumVolts;
    private final int[] celsius;
    private final int[] besideVolts;
    private double firstTrip = Double.NaN;
    private double firstAlarm = Double.NaN;
    private double sensorAfter = Double.NaN;

    /**
     * @param withCurrent whether the string has a current sensor
     * @param withAmbient whether it has one of the air
     */
    ThermalReplay(PhysicsCase expected, CsvTable table, boolean withCurrent, boolean withAmbient)
            throws MalformedSetException {
        int blocks = expected.count("N");
        this.table = table;
        rowSeconds = expected.positive("sample_s");
        guard = new RunawayGuard(
                new GuardedString(expected.name(), blocks, expected.count("cells"), expected.positive("C10"), 0, 0,
                        Chemistry.VRLA_AGM, withCurrent, withAmbient, false, Optional.empty()),
                RunawayConstants.STANDARD);
        sample = new RunawaySample(blocks);
        time = table.column("t_s");
        ambient = table.column("Tamb_C");
        amps = table.column("I_A");
        sumVolts = table.column("Vsum_V");
        celsius = table.columns("T", blocks);
        besideVolts = table.columns("dV", blocks);
    }

    /**
     * Runs through the record.
     *
     * @param stepSeconds a row is repeated that often until the next one
     * @param faultSeconds sensors that break after it are looked for
     */
    ThermalReplay run(double stepSeconds, double faultSeconds) {
        for (int row = 0; row < table.rows(); row++) {
            double seconds = table.at(row, time);
            for (double more = 0; more < rowSeconds; more += stepSeconds) {
                fill(row, seconds + more);
                guard.step(sample);
                note(seconds + more, faultSeconds);
            }
        }
        return this;
    }

    private void fill(int row, double seconds) {
        sample.begin(Math.round(1000 * seconds));
        sample.state(StringState.FLOAT, false, false);
        sample.ambient((int) Math.round(100 * table.at(row, ambient)), GOOD);
        sample.current((int) Math.round(1000 * table.at(row, amps)), GOOD);
        double sumBeside = 0;
        for (int column : besideVolts) {
            sumBeside += table.at(row, column);
        }
        double median = (table.at(row, sumVolts) - sumBeside) / besideVolts.length;
        for (int i = 0; i < celsius.length; i++) {
            sample.temperature(i, (int) Math.round(100 * table.at(row, celsius[i])), GOOD);
            sample.voltage(i, (int) Math.round(1000 * (median + table.at(row, besideVolts[i]))), GOOD);
        }
    }

    private void note(double seconds, double faultSeconds) {
        if (guard.stage() == RunawayStage.TRIP && Double.isNaN(firstTrip)) {
            firstTrip = seconds;
        }
        if (guard.stage() == RunawayStage.ALARM && Double.isNaN(firstAlarm)) {
            firstAlarm = seconds;
        }
        if (guard.newSensorFaults() > 0 && seconds > faultSeconds && Double.isNaN(sensorAfter)) {
            sensorAfter = seconds;
        }
    }

    double firstTripSeconds() {
        return firstTrip;
    }

    double firstAlarmSeconds() {
        return firstAlarm;
    }

    double sensorSeconds() {
        return sensorAfter;
    }
}
