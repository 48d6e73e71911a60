// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Arrays;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.equalize.EqualizerDiagnosis;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.simulator.plant.Bypass;
import org.evenfloat.simulator.plant.Drive;
import org.evenfloat.simulator.plant.Meter;
import org.evenfloat.simulator.plant.MeterAccuracy;
import org.evenfloat.simulator.plant.StringPlant;

/**
 * The closed loop of one case, cycle by cycle: bypass, plant, meter, equalizer. All figures but the meter's are of
 * the true voltages; the blocks that the case excludes are left out of them.
 */
final class EqualizingRun {

    private static final double ROOM_CELSIUS = 25;
    private static final double BAND_VOLTS = 0.010;

    private final StartTable start;
    private final StringPlant plant;
    private final Drive charger;
    private final Bypass[] bypass;
    private final Meter meter;
    private final Equalizer equalizer;
    private final boolean[] excluded;
    private final ReferenceRows reference;
    private final double stepSeconds;
    private final int stepsPerCycle;
    private final double fullAmps;
    private final double floatVolts;
    private final double[] measured;
    private final double[] bypassAmps;
    private final double[] limit;
    private long cycles;
    private double besideReference;

    EqualizingRun(PhysicsCase expected) throws MalformedSetException {
        BatteryString string = CaseString.of(expected);
        int blocks = string.size();
        start = StartTable.read(expected);
        plant = start.plant();
        charger = new Drive.Charger(expected.positive("Vset"), expected.chargerLimitAmps(), 0);
        fullAmps = expected.positive("Imax");
        bypass = Arrays.stream(start.cells()).mapToObj(cells -> new Bypass(fullAmps, cells)).toArray(Bypass[]::new);
        // a seed of the case's own, so that its result does not depend on which other cases run
        meter = new Meter(expected.name().hashCode(), blocks, MeterAccuracy.CALIBRATED);
        stepSeconds = expected.positive("dt_s");
        double period = expected.positive("Ts");
        stepsPerCycle = (int) Math.round(period / stepSeconds);
        if (stepsPerCycle < 1 || Math.abs(stepsPerCycle * stepSeconds - period) > 1e-9) {
            throw expected.bad("Ts", String.valueOf(period), "a multiple of dt_s");
        }
        equalizer = new Equalizer(string, CaseTuning.gains(expected, string, period));
        excluded = expected.blocks("excluded_blocks", blocks);
        for (int i = 0; i < blocks; i++) {
            equalizer.excludeByUser(i, excluded[i]);
        }
        reference = new ReferenceRows(expected.table("_ref"), blocks);
        floatVolts = expected.positive("Vset") / blocks;
        measured = new double[blocks];
        bypassAmps = new double[blocks];
        limit = new double[blocks];
        Arrays.fill(limit, 1);
    }

    /** Runs one cycle. */
    void cycle() {
        for (int step = 0; step < stepsPerCycle; step++) {
            for (int i = 0; i < bypassAmps.length; i++) {
                bypassAmps[i] = bypass[i].amps(equalizer.duty(i), plant.volts(i));
            }
            plant.step(stepSeconds, charger, ROOM_CELSIUS, bypassAmps);
        }
        for (int i = 0; i < measured.length; i++) {
            measured[i] = meter.volts(i, plant.volts(i));
        }
        equalizer.step(periodSeconds(), StringState.FLOAT, true, measured, limit, floatVolts);
        cycles++;
        besideReference = reference.worstVolts(secondsElapsed(), periodSeconds(), plant);
    }

    double periodSeconds() {
        return stepsPerCycle * stepSeconds;
    }

    double secondsElapsed() {
        return cycles * periodSeconds();
    }

    StartTable start() {
        return start;
    }

    EqualizerDiagnosis diagnosis() {
        return equalizer.diagnosis();
    }

    /** Returns the largest distance of a block from the target, V. */
    double largestDeviationVolts() {
        double largest = 0;
        for (int i = 0; i < measured.length; i++) {
            if (!excluded[i]) {
                largest = Math.max(largest, Math.abs(plant.volts(i) - equalizer.targetVolts()));
            }
        }
        return largest;
    }

    /** Returns the charge that the duties of this cycle stand for, without the influence of the voltage, Ah. */
    double dutyAmpHours() {
        double sum = 0;
        for (int i = 0; i < measured.length; i++) {
            sum += equalizer.duty(i);
        }
        return sum * fullAmps * periodSeconds() / 3600;
    }

    double lowestDuty() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < measured.length; i++) {
            lowest = Math.min(lowest, equalizer.duty(i));
        }
        return lowest;
    }

    double highestDuty() {
        return equalizer.largestDuty();
    }

    /** Returns how many blocks above the band are not at full duty or below it not at none. */
    int blocksAgainstTheirDuty() {
        int count = 0;
        for (int i = 0; i < measured.length; i++) {
            double deviation = plant.volts(i) - equalizer.targetVolts();
            boolean highLeft = deviation > BAND_VOLTS && equalizer.duty(i) < 0.99;
            boolean lowDrawn = deviation < -BAND_VOLTS && equalizer.duty(i) > 0.01;
            count += !excluded[i] && (highLeft || lowDrawn) ? 1 : 0;
        }
        return count;
    }

    /** Returns the largest difference of a block to the reference run in this cycle, V; 0 where that has no row. */
    double besideReferenceVolts() {
        return besideReference;
    }
}
