// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenfloat.simulator.plant.BlockCondition;
import org.evenfloat.simulator.plant.CellParameters;
import org.evenfloat.simulator.plant.Drive;
import org.evenfloat.simulator.plant.StringPlant;

/** One run of a story with figures of its own: the string, its room, its charger and what breaks when. Times in h. */
final class StoryCourse {

    private static final int CELLS = 6;
    private static final double FLOAT_VOLTS = 2.27;
    private static final double BOOST_VOLTS = 2.37;
    private static final double BOOST_HOURS = 10;
    private static final double END_OF_DISCHARGE = 1.75;
    private static final int[] SIZES = {24, 40, 64};

    final RunawayStory story;
    final int blocks;
    final double ampHours;
    final int local;
    private final Random random;
    private final double room;
    private final double swing;
    private final double gas;
    private final double chargeAmps;
    private final double begins;
    private final double strength;
    private final double[] shortAt;
    private final int[] shortIn;
    private boolean flat;

    StoryCourse(RunawayStory story, Random random) {
        this.story = story;
        this.random = random;
        blocks = SIZES[random.nextInt(SIZES.length)];
        ampHours = between(40, 150);
        local = random.nextInt(blocks);
        chargeAmps = ampHours * (story.kind == RunawayStory.Kind.RUNAWAY ? 0.1 : between(0.1, 0.25));
        begins = story == RunawayStory.BOOST || story == RunawayStory.HIGH_RATE ? between(13, 20) : between(20, 28);
        switch (story) {
            case HOT_DAY -> { room = between(27, 31); swing = between(5, 9); gas = between(0.8, 1.5); strength = 0; }
            case HVAC_6H -> { room = 25; swing = 0.5; gas = between(0.8, 1.5); strength = between(12, 17); }
            case BOOST -> { room = 27; swing = 0.5; gas = between(0.8, 1.5); strength = between(0.3, 0.8); }
            case HIGH_RATE -> { room = 25; swing = 0.5; gas = between(0.8, 1.5); strength = 1.5; }
            case CORNER -> { room = 25; swing = 1; gas = between(0.8, 1.5); strength = between(3.5, 5.5); }
            case AGED -> { room = 28; swing = 3; gas = between(2, 4); strength = 0; }
            case HOT_BOOST -> { room = between(33, 38); swing = 0.5; gas = between(0.8, 1.5); strength = between(0.3, 0.8); }
            case TWO_DISCHARGES -> { room = between(25, 33); swing = 0.5; gas = between(0.8, 1.5); strength = 1.5; }
            case HOT_AGED -> { room = 41; swing = 1; gas = 4; strength = 0; }
            case OVER_VOLTAGE -> { room = between(26, 34); swing = 0.5; gas = between(1.5, 4);
                strength = between(2.42, 2.46); }
            case HVAC_LOSS -> { room = 25; swing = 0.5; gas = between(8, 11); strength = between(45, 50); }
            case DRY_OUT -> { room = 32.5; swing = 2; gas = 1; strength = between(120, 180); }
            case SHORTED_CELLS -> { room = between(28, 33); swing = 0.5; gas = between(2, 3.5);
                strength = between(0.10, 0.15); }
            case LOCAL_SHORT -> { room = between(22, 30); swing = 0.5; gas = between(0.8, 1.5); strength = between(2.5, 4); }
            default -> throw new IllegalArgumentException(story + " - a story with figures");
        }
        int shorts = story == RunawayStory.SHORTED_CELLS ? (int) Math.ceil(strength * blocks * CELLS) : 0;
        shortAt = new double[shorts];
        shortIn = new int[shorts];
        for (int i = 0; i < shorts; i++) {
            shortAt[i] = between(14, 34);
            shortIn[i] = random.nextInt(blocks);
        }
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    StringPlant plant() {
        List<BlockCondition> all = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            BlockCondition block = BlockCondition.fresh(CellParameters.GENERIC, CELLS, ampHours)
                    .withGasFactor(gas * Math.exp(0.15 * random.nextGaussian()))
                    .withCapacityFactor(1 + 0.02 * random.nextGaussian())
                    .withAmbientOffsetKelvin(0.3 * random.nextGaussian())
                    .withSelfAmps(0.0175 * (1 + 0.04 * random.nextGaussian()));
            boolean corner = story == RunawayStory.CORNER && i == 0;
            all.add(corner ? block.withAmbientOffsetKelvin(strength).withCoolingFactor(0.8) : block);
        }
        StringPlant plant = new StringPlant(all);
        plant.settleFloat(FLOAT_VOLTS);
        return plant;
    }

    /** Returns the true air temperature, °C. */
    double ambientCelsius(double hours) {
        double day = room + swing * Math.sin(2 * Math.PI * (hours - 6) / 24);
        double since = hours - begins;
        if (story == RunawayStory.HVAC_6H && since > 0) {
            double risen = strength * (1 - Math.exp(-Math.min(since, 6)));
            return day + (since <= 6 ? risen : risen * Math.exp(-(since - 6)));
        }
        return story == RunawayStory.HVAC_LOSS && since > 0 ? day + (strength - room) * (1 - Math.exp(-since / 1.5)) : day;
    }

    /** Returns what sits at the ends of the string. */
    Drive drive(double hours, StringPlant plant) {
        double since = hours - begins;
        flat |= plant.currentAmps() < 0 && plant.stringVolts() < END_OF_DISCHARGE * plant.cells();
        boolean boosting = story == RunawayStory.BOOST || story == RunawayStory.HOT_BOOST;
        if (boosting && since >= 0 && since < 40.0 / 60 && !flat) {
            return new Drive.LoadCurrent(strength * ampHours);
        }
        boolean first = since >= 0 && since < 10.0 / 60;
        boolean second = story == RunawayStory.TWO_DISCHARGES && since >= 2.8 && since < 2.8 + 5.0 / 60;
        boolean rated = story == RunawayStory.HIGH_RATE || story == RunawayStory.TWO_DISCHARGES;
        flat &= !second || since < 2.85;
        if (rated && (first || second) && !flat) {
            return new Drive.LoadCurrent(strength * ampHours);
        }
        double perCell = story == RunawayStory.OVER_VOLTAGE && since >= 0 ? strength
                : boosting && since >= 0 && since < BOOST_HOURS ? BOOST_VOLTS : FLOAT_VOLTS;
        return new Drive.Charger(perCell * plant.cells(), chargeAmps, 0);
    }

    /** Lets break what breaks at that time; called once a minute. */
    void act(double hours, double hoursBefore, StringPlant plant) {
        for (int i = 0; i < shortAt.length; i++) {
            if (shortAt[i] > hoursBefore && shortAt[i] <= hours) {
                BlockCondition block = plant.condition(shortIn[i]);
                plant.change(shortIn[i], block.withCellsOk(Math.max(CELLS - 2, block.cellsOk() - 1)));
            }
        }
        if (story == RunawayStory.DRY_OUT && Math.floor(hours) > Math.floor(hoursBefore)) {
            for (int i = 0; i < blocks; i++) {
                BlockCondition block = plant.condition(i);
                plant.change(i, block.withGasFactor(block.gasFactor() * Math.exp(1 / strength)));
            }
        }
        if (story == RunawayStory.LOCAL_SHORT && hours > begins) {
            double share = Math.min(1, (hours - begins) / 24);
            plant.change(local, plant.condition(local).withShortAmps(share * strength * ampHours / 100));
        }
    }
}
