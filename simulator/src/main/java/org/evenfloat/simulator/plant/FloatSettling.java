// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/** Finds the state in which a string has come to rest at float voltage. */
final class FloatSettling {

    // Halvings of an interval of a few volts or a few C10: the rest is below 1e-15 of it
    private static final int HALVINGS = 60;
    private static final double LOWEST_ETA = -2;
    private static final double HIGHEST_ETA = 2;

    private FloatSettling() {
    }

    static void settle(StringPlant plant, double voltsPerCell) {
        for (int i = 0; i < plant.size(); i++) {
            plant.set(i, BlockState.rested(plant.soc(i), plant.celsius(i)));
        }
        double most = 0;
        for (int i = 0; i < plant.size(); i++) {
            most = Math.max(most, plant.condition(i).nominalAh());
        }
        double low = -most;
        double high = most;
        for (int step = 0; step < HALVINGS; step++) {
            double amps = (low + high) / 2;
            if (meanCell(plant, amps) < voltsPerCell) {
                low = amps;
            } else {
                high = amps;
            }
        }
        for (int i = 0; i < plant.size(); i++) {
            plant.set(i, plant.state(i).withEta(eta(plant.condition(i), plant.state(i), (low + high) / 2)));
        }
    }

    private static double meanCell(StringPlant plant, double amps) {
        double sum = 0;
        for (int i = 0; i < plant.size(); i++) {
            BlockCondition block = plant.condition(i);
            BlockState state = plant.state(i);
            double cell = block.parameters().openVolts(state.available(), state.celsius()) + eta(block, state, amps);
            int shorted = block.cells() - block.cellsOk();
            sum += (block.cellsOk() * cell + StringPlant.SHORTED_CELL_VOLTS * shorted) / block.cells();
        }
        return sum / plant.size();
    }

    /** Returns the polarisation at which the block neither gains nor loses any, V per cell. */
    static double eta(BlockCondition block, BlockState state, double amps) {
        double low = LOWEST_ETA;
        double high = HIGHEST_ETA;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (consumedAmps(block, state, middle) < amps) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double consumedAmps(BlockCondition block, BlockState state, double eta) {
        CellParameters p = block.parameters();
        double capacity = block.nominalAh();
        double open = p.openVolts(state.available(), state.celsius());
        double gas = capacity * block.gasFactor() * p.iGas() * p.gassing(open + eta, state.celsius());
        double main = eta > 0
                ? p.g() * capacity * block.sulfation() * Math.max(1 - state.available(), 0) * eta
                : capacity * block.capacityFactor() / p.rp() * eta;
        return gas + main + block.selfAmps() + block.shortAmps();
    }
}
