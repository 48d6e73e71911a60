// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The condition a whole string is found in: what each block is and the state it starts from. Every maker is a
 * pure function of its seed.
 *
 * @param blocks what each block is
 * @param states the state of each block, in the same order
 */
public record StringCondition(List<BlockCondition> blocks, List<BlockState> states) {

    private static final double START_CELSIUS = 25;
    // Scatter of a string that has served: the same as in the reference cases of the equalizer
    private static final double SERVED_GAS_SIGMA = 0.15;
    // Two blocks in a hundred then gas twenty times as much as new ones, which is the most that dry-out gives
    private static final double LARGEST_GAS_SIGMA = 1.5;
    private static final double LARGEST_POLARISATION_VOLTS = 1;
    private static final double LARGEST_EXPONENT = 30;
    private static final int HALVINGS = 30;

    /** Refuses columns of different length. */
    public StringCondition {
        blocks = List.copyOf(blocks);
        states = List.copyOf(states);
        if (blocks.size() != states.size()) {
            throw new IllegalArgumentException(
                    states.size() + " states of " + blocks.size() + " blocks - one state a block");
        }
    }

    /** Returns a new string settled at float: 1 % scatter of capacity and resistance, 5 % of gassing. */
    public static StringCondition fresh(long seed, StringDesign design) {
        Random random = new Random(seed);
        List<BlockCondition> blocks = new ArrayList<>();
        for (int i = 0; i < design.blocks(); i++) {
            blocks.add(block(random, design)
                    .withCapacityFactor(1 + 0.01 * random.nextGaussian())
                    .withResistanceFactor(1 + 0.01 * random.nextGaussian())
                    .withGasFactor(Math.exp(0.05 * random.nextGaussian())));
        }
        return settled(blocks, full(design), design);
    }

    /** Returns a new string whose blocks gas alike and so share one voltage at float; only their modules differ. */
    public static StringCondition uniform(long seed, StringDesign design) {
        List<BlockCondition> blocks = new ArrayList<>();
        fresh(seed, design).blocks().forEach(block -> blocks.add(block.withGasFactor(1)));
        return settled(blocks, full(design), design);
    }

    /**
     * Returns a string that has served for years, settled at float, full: capacities about 92 %, resistances above
     * new, and gassing so unequal that the block voltages differ by {@code spreadVolts}. This spread lasts.
     *
     * @throws IllegalArgumentException when unequal gassing alone cannot spread the blocks that far
     */
    public static StringCondition aged(long seed, StringDesign design, double spreadVolts) {
        Random random = new Random(seed);
        List<BlockCondition> served = served(random, design);
        double[] draw = gaussians(random, design.blocks());
        double scale = Spread.scaleFor(spreadVolts, LARGEST_GAS_SIGMA, HALVINGS,
                s -> Spread.of(settled(gassing(served, draw, s), full(design), design).plant()));
        return settled(gassing(served, draw, scale), full(design), design);
    }

    /**
     * Returns a full string whose polarisation has not settled, as after a recharge: the mean block is at float
     * voltage, and the block voltages differ by {@code spreadVolts}. No block is polarised below its open-circuit
     * voltage, from where it would rise within a second at the cost of its charge; so a spread of more than twice the
     * float polarisation (1.5 V on 12 V blocks) reaches further up than down. The highest blocks sink by some 0.1 V
     * in the first ten seconds, all of them within hours.
     *
     * @throws IllegalArgumentException when no polarisation up to 1 V per cell gives that spread
     */
    public static StringCondition recharged(long seed, StringDesign design, double spreadVolts) {
        Random random = new Random(seed);
        List<BlockCondition> served =
                gassing(served(random, design), gaussians(random, design.blocks()), SERVED_GAS_SIGMA);
        double range = spreadVolts / design.cells();
        if (!(range >= 0 && range <= LARGEST_POLARISATION_VOLTS) || design.blocks() < 2) {
            throw new IllegalArgumentException("spread: " + spreadVolts + " V over " + design.blocks()
                    + " blocks - 0 to " + LARGEST_POLARISATION_VOLTS * design.cells() + " V over 2 or more");
        }
        return new StringCondition(served, polarised(places(random, design.blocks()), range, design));
    }

    /** Returns a served string settled at float in which block {@code index} lacks {@code missingAh} of charge. */
    public static StringCondition deficit(long seed, StringDesign design, int index, double missingAh) {
        List<BlockCondition> blocks = servedGassing(seed, design);
        BlockCondition low = blocks.get(index);
        double soc = 1 - missingAh / (design.parameters().qf() * low.nominalAh() * low.capacityFactor());
        if (!(soc >= 0 && soc <= 1)) {
            throw new IllegalArgumentException("deficit: " + missingAh + " Ah - 0 to what the block holds");
        }
        List<BlockState> states = new ArrayList<>(full(design));
        states.set(index, BlockState.rested(soc, START_CELSIUS));
        return settled(blocks, states, design);
    }

    /** Returns a served string settled at float in which block {@code index} has one shorted cell. */
    public static StringCondition shortedCell(long seed, StringDesign design, int index) {
        List<BlockCondition> blocks = new ArrayList<>(servedGassing(seed, design));
        StringCondition before = settled(blocks, full(design), design);
        blocks.set(index, blocks.get(index).withCellsOk(design.cells() - 1));
        return new StringCondition(blocks, before.states());
    }

    /** Returns a served string settled at float in which block {@code index} holds that share of its capacity. */
    public static StringCondition weakBlock(long seed, StringDesign design, int index, double capacityFactor) {
        List<BlockCondition> blocks = new ArrayList<>(servedGassing(seed, design));
        blocks.set(index, blocks.get(index).withCapacityFactor(capacityFactor));
        return settled(blocks, full(design), design);
    }

    /** Returns a plant of these blocks in these states. */
    public StringPlant plant() {
        StringPlant plant = new StringPlant(blocks);
        for (int i = 0; i < states.size(); i++) {
            plant.set(i, states.get(i));
        }
        return plant;
    }

    private static BlockCondition block(Random random, StringDesign design) {
        // the data sheet gives 15-20 and 35-40 mA: ±4 % about the middle
        double self = design.selfAmps() * (1 + 0.04 * Math.max(-3, Math.min(3, random.nextGaussian())));
        return BlockCondition.fresh(design.parameters(), design.cells(), design.nominalAh()).withSelfAmps(self);
    }

    private static List<BlockCondition> served(Random random, StringDesign design) {
        List<BlockCondition> blocks = new ArrayList<>();
        for (int i = 0; i < design.blocks(); i++) {
            blocks.add(block(random, design)
                    .withCapacityFactor(Math.max(0.7, 0.92 + 0.03 * random.nextGaussian()))
                    .withResistanceFactor(Math.max(0.95, 1.06 + 0.035 * random.nextGaussian())));
        }
        return blocks;
    }

    private static List<BlockCondition> servedGassing(long seed, StringDesign design) {
        Random random = new Random(seed);
        return gassing(served(random, design), gaussians(random, design.blocks()), SERVED_GAS_SIGMA);
    }

    private static double[] gaussians(Random random, int count) {
        double[] draw = new double[count];
        for (int i = 0; i < count; i++) {
            draw[i] = random.nextGaussian();
        }
        return draw;
    }

    private static List<BlockCondition> gassing(List<BlockCondition> blocks, double[] draw, double scale) {
        List<BlockCondition> changed = new ArrayList<>();
        for (int i = 0; i < draw.length; i++) {
            changed.add(blocks.get(i).withGasFactor(Math.exp(scale * draw[i])));
        }
        return changed;
    }

    private static List<BlockState> full(StringDesign design) {
        return new ArrayList<>(Collections.nCopies(design.blocks(), BlockState.rested(1, START_CELSIUS)));
    }

    /** Returns a place from 0 to 1 for each block, both ends taken. */
    private static double[] places(Random random, int blocks) {
        double[] places = random.doubles(blocks).toArray();
        double low = Arrays.stream(places).min().orElseThrow();
        double high = Arrays.stream(places).max().orElseThrow();
        return Arrays.stream(places).map(place -> (place - low) / (high - low)).toArray();
    }

    private static List<BlockState> polarised(double[] places, double range, StringDesign design) {
        BlockState rested = BlockState.rested(1, START_CELSIUS);
        double settled = design.voltsPerCell() - design.parameters().openVolts(1, START_CELSIUS);
        double low = 0;
        double high = LARGEST_EXPONENT;
        // the mean place sinks as the exponent rises
        for (int i = 0; i < HALVINGS; i++) {
            double exponent = (low + high) / 2;
            if (Math.max(0, settled - range / 2) + range * meanPlace(places, exponent) > settled) {
                low = exponent;
            } else {
                high = exponent;
            }
        }
        double exponent = high;
        double lowest = settled - range * meanPlace(places, exponent);
        return Arrays.stream(places)
                .mapToObj(place -> rested.withEta(lowest + range * Math.pow(place, exponent)))
                .toList();
    }

    private static double meanPlace(double[] places, double exponent) {
        return Arrays.stream(places).map(place -> Math.pow(place, exponent)).average().orElseThrow();
    }

    private static StringCondition settled(
            List<BlockCondition> blocks, List<BlockState> states, StringDesign design) {
        StringPlant plant = new StringCondition(blocks, states).plant();
        plant.settleFloat(design.voltsPerCell());
        List<BlockState> at = new ArrayList<>();
        for (int i = 0; i < plant.size(); i++) {
            at.add(plant.state(i));
        }
        return new StringCondition(blocks, at);
    }
}
