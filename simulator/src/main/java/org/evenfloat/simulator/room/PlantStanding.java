// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.Random;
import java.util.function.Function;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.plant.BlockCondition;
import org.evenfloat.simulator.plant.Bypass;
import org.evenfloat.simulator.plant.Drive;
import org.evenfloat.simulator.plant.Meter;
import org.evenfloat.simulator.plant.MeterAccuracy;
import org.evenfloat.simulator.plant.StringCondition;
import org.evenfloat.simulator.plant.StringDesign;
import org.evenfloat.simulator.plant.StringPlant;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.evenfloat.simulator.wire.CurrentProbe;

/**
 * A string of the plant with its charger, its load and the meters of its modules. What a meter reads changes only when
 * time goes on, so that it does not matter how often and in which order threads look at it.
 */
final class PlantStanding implements RoomStanding {

    /** Modules resolve 1 mV and 0.3 °C, and are off by up to about 0.5 K. */
    private static final MeterAccuracy METERS = new MeterAccuracy(0, 0.001, 0, 0.5, 0.3);

    private static final double BOOST_VOLTS_PER_CELL = 2.37;

    /** Usual charger: a tenth of the capacity per hour. */
    private static final double CHARGER_PER_C = 0.1;

    /** What unequal gassing alone spreads a string to that has served for years, V per cell. */
    private static final double AGED_SPREAD_PER_CELL = 0.1;

    private final RoomString string;
    private final StringDesign design;
    private final StringPlant plant;
    private final Meter meter;
    private final Bypass bypass;
    private final StringFaults faults;
    private final RoomAir air;
    private final double noiseVolts;
    private final Random random;
    private final double[] noise;
    private final double[] duty;
    private final double[] bypassAmps;

    PlantStanding(RoomString string, Scenario scenario, RoomAir air) {
        this.string = string;
        this.air = air;
        this.design = StringDesign.generic(string.blocks(), string.cells(), string.capacityAmpHours());
        long seed = scenario.seed() + string.id().hashCode();
        this.plant = condition(seed).plant();
        gas();
        this.faults = new StringFaults(plant);
        this.meter = new Meter(seed, string.blocks(), METERS);
        this.noiseVolts = scenario.noiseMillivolts() / 1000;
        this.random = new Random(~seed);
        ModuleType module = ModuleType.builtIn(string.module()).orElseThrow();
        this.bypass = new Bypass(module.equalizeCurrent().amperes(), string.cells());
        this.duty = new double[string.blocks()];
        this.bypassAmps = new double[string.blocks()];
        this.noise = new double[string.blocks()];
        drawNoise();
    }

    /** At a given voltage all blocks gassing alike more changes the current alone: what has settled stays so. */
    private void gas() {
        for (int i = 0; i < plant.size(); i++) {
            BlockCondition block = plant.condition(i);
            plant.change(i, block.withGasFactor(block.gasFactor() * string.gassing()));
        }
    }

    private StringCondition condition(long seed) {
        int block = Math.max(0, string.block() - 1);
        return switch (string.condition()) {
            case AGED -> string.spreadVolts() > 0
                    ? StringCondition.recharged(seed, design, string.spreadVolts())
                    : StringCondition.aged(seed, design, AGED_SPREAD_PER_CELL * string.cells());
            case SETTLED -> StringCondition.uniform(seed, design);
            case DEFICIT -> StringCondition.deficit(seed, design, block, string.amount());
            case SHORTED_CELL -> StringCondition.shortedCell(seed, design, block);
            case WEAK_BLOCK -> StringCondition.weakBlock(seed, design, block, string.amount());
            case FRESH, TELEMETRY -> StringCondition.fresh(seed, design);
        };
    }

    @Override
    public synchronized void advance(long toMillis, double dtSeconds, Phase phase) {
        for (int i = 0; i < bypassAmps.length; i++) {
            bypassAmps[i] = bypass.amps(duty[i], plant.volts(i));
        }
        faults.advance(toMillis);
        plant.step(dtSeconds, drive(phase), air.celsius(), bypassAmps);
        drawNoise();
    }

    private void drawNoise() {
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noiseVolts * random.nextGaussian();
        }
    }

    private Drive drive(Phase phase) {
        double chargerAmps = CHARGER_PER_C * string.capacityAmpHours();
        return switch (phase.supply()) {
            case FLOAT -> charger(design.voltsPerCell(), chargerAmps);
            case BOOST -> charger(BOOST_VOLTS_PER_CELL, chargerAmps);
            case REST -> new Drive.Rest();
            case LOAD -> new Drive.LoadCurrent(phase.loadPerC() * string.capacityAmpHours());
        };
    }

    private Drive.Charger charger(double voltsPerCell, double chargerAmps) {
        double held = voltsPerCell + faults.moreVoltsPerCell();
        return new Drive.Charger(held * string.cells() * string.blocks(), chargerAmps, 0);
    }

    int size() {
        return plant.size();
    }

    /** Changes what is broken. Returns what mends it. */
    synchronized Runnable breaks(Function<StringFaults, Runnable> change) {
        Runnable mend = change.apply(faults);
        return () -> {
            synchronized (this) {
                mend.run();
            }
        };
    }

    @Override
    public synchronized double hottestCelsius() {
        double hottest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < plant.size(); i++) {
            hottest = Math.max(hottest, plant.celsius(i));
        }
        return hottest;
    }

    @Override
    public synchronized double largestDeviationVolts() {
        double mean = plant.stringVolts() / plant.size();
        double largest = 0;
        for (int i = 0; i < plant.size(); i++) {
            largest = Math.max(largest, Math.abs(plant.volts(i) - mean));
        }
        return largest;
    }

    @Override
    public CurrentProbe current() {
        return () -> {
            synchronized (this) {
                return plant.currentAmps();
            }
        };
    }

    @Override
    public BlockTerminals block(int index) {
        return new Terminals(index);
    }

    private final class Terminals implements BlockTerminals {

        private final int block;

        private Terminals(int block) {
            this.block = block;
        }

        /** The plant's voltage is that of its last step; a bypass switched since then shows through the resistance. */
        @Override
        public double volts() {
            synchronized (PlantStanding.this) {
                double present = bypass.amps(duty[block], plant.volts(block));
                double volts = plant.volts(block) + plant.ohms(block) * (bypassAmps[block] - present);
                return faults.volts(block, meter.volts(block, volts + noise[block]));
            }
        }

        @Override
        public double celsius() {
            synchronized (PlantStanding.this) {
                return faults.celsius(block, meter.celsius(block, plant.celsius(block)));
            }
        }

        @Override
        public double microohms() {
            synchronized (PlantStanding.this) {
                return plant.ohms(block) * 1e6;
            }
        }

        @Override
        public void bypass(double wanted) {
            synchronized (PlantStanding.this) {
                duty[block] = wanted;
            }
        }
    }
}
