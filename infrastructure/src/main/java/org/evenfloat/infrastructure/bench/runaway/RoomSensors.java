// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.util.Arrays;
import java.util.Random;
import org.evenfloat.simulator.plant.Meter;
import org.evenfloat.simulator.plant.MeterAccuracy;
import org.evenfloat.simulator.plant.StringPlant;

/**
 * What the sensors of a string read, with their errors: block temperatures ±0.7 K and 1 % in steps of 0.5 K and up to 3 K
 * of self-heating by the bypass, voltages as the data sheet has them, current with 0.3 mA/Ah of noise, 0.1 of zero error
 * and 1 % of gain, one value in 200 lost. NaN for what is lost.
 */
final class RoomSensors {

    private static final double LOST = 0.005;
    private static final double SPIKES = 0.003;
    private static final double MODULE_SECONDS = 900;

    final double[] celsius;
    final double[] volts;
    double amps;
    double ambientCelsius;
    private final Random random;
    private final SensorFault fault;
    private final Meter meter;
    private final double[] gain;
    private final double[] offset;
    private final double[] selfHeating;
    private final double[] warmDuty;
    private final double ambientOffset;
    private final double ampGain;
    private final double ampZero;
    private final double ampNoise;
    private final double faultHours;
    private final int faulty;

    /** @param spared the block whose sensors stay sound: what nobody can see is not asked for */
    RoomSensors(Random random, int blocks, double ampHours, SensorFault fault, int spared) {
        this.random = random;
        this.fault = fault;
        meter = new Meter(random.nextLong(), blocks, MeterAccuracy.DATA_SHEET);
        celsius = new double[blocks];
        volts = new double[blocks];
        gain = new double[blocks];
        offset = new double[blocks];
        selfHeating = new double[blocks];
        warmDuty = new double[blocks];
        Arrays.setAll(gain, i -> 1 + 0.01 * random.nextGaussian());
        Arrays.setAll(offset, i -> Math.max(-2, Math.min(2, 0.7 * random.nextGaussian())));
        Arrays.setAll(selfHeating, i -> 3 * random.nextDouble());
        ambientOffset = Math.max(-2, Math.min(2, 0.7 * random.nextGaussian()));
        ampGain = 1 + 0.01 * random.nextGaussian();
        ampZero = 0.0001 * ampHours * random.nextGaussian();
        ampNoise = 0.0003 * ampHours;
        faultHours = 20 + 20 * random.nextDouble();
        int drawn = random.nextInt(blocks - 1);
        faulty = drawn == spared || drawn + 1 == spared ? (spared + blocks / 2) % (blocks - 1) : drawn;
    }

    void read(double hours, double dtSeconds, StringPlant plant, double trueAmbient, double[] duty) {
        for (int i = 0; i < celsius.length; i++) {
            warmDuty[i] += dtSeconds / MODULE_SECONDS * (duty[i] - warmDuty[i]);
            double read = plant.celsius(i) * gain[i] + offset[i] + selfHeating[i] * warmDuty[i];
            celsius[i] = lost() ? Double.NaN : Math.rint(2 * broken(i, hours, read)) / 2;
            double measured = meter.volts(i, plant.volts(i));
            volts[i] = lost() ? Double.NaN : measured;
        }
        amps = lost() ? Double.NaN : plant.currentAmps() * ampGain + ampZero + ampNoise * random.nextGaussian();
        double air = fault == SensorFault.AMBIENT && hours >= faultHours ? -40 : trueAmbient + ambientOffset;
        ambientCelsius = lost() ? Double.NaN : Math.rint(2 * air) / 2;
    }

    private boolean lost() {
        return random.nextDouble() < LOST;
    }

    private double broken(int block, double hours, double read) {
        if (fault == SensorFault.SPIKES) {
            return random.nextDouble() < SPIKES ? 60 + 60 * random.nextDouble() : read;
        }
        boolean second = fault == SensorFault.TWO_RAMPS && block == faulty + 1;
        if (hours < faultHours || block != faulty && !second) {
            return read;
        }
        return switch (fault) {
            case STUCK -> 85;
            case OPEN -> -40;
            case RAMP, TWO_RAMPS -> read + Math.min(60, 3 * (hours - faultHours));
            default -> read;
        };
    }
}
