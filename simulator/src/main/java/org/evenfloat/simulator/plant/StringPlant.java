// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import java.util.List;

/**
 * One string of lead-acid blocks in series, stepped in place. Each block is a polarisation capacitance with
 * gassing in parallel, a kinetic battery model of two wells, an ohmic resistance and a heat capacity coupled to
 * the room and its neighbours. Linearly implicit in the polarisation, so steps up to 60 s stay stable; a step
 * allocates nothing. Blocks may differ in type. Not safe for use by several threads.
 */
public final class StringPlant {

    /** Voltage across a shorted cell, V. */
    static final double SHORTED_CELL_VOLTS = 0.05;
    private static final double VENTING_CELSIUS = 105;
    private static final double MIN_AVAILABLE = -0.09;

    private final int size;
    private final BlockCondition[] conditions;
    private final CellParameters[] cell;
    private int cells;

    // What a condition amounts to, per block
    private final int[] cellsOk;
    private final double[] shortedVolts;
    private final double[] polFarads;
    private final double[] gasAmps;
    private final double[] acceptance;
    private final double[] polarisationConductance;
    private final double[] wellCoulombs;
    private final double[] fullOhms;
    private final double[] contactOhms;
    private final double[] drainAmps;
    private final double[] shortAmps;
    private final double[] heatCapacity;
    private final double[] cooling;
    private final double[] neighbourCooling;
    private final double[] ambientOffset;

    // State, per block
    private final double[] eta;
    private final double[] h1;
    private final double[] h2;
    private final double[] celsius;
    private final double[] volts;
    private double amps;

    // Right-hand sides at the start of the step, per block
    private final double[] open;
    private final double[] conductance;
    private final double[] main;
    private final double[] gas;
    private final double[] ohms;
    private final double[] drain;
    private final double[] factor;

    /** Builds a string of these blocks, full, without polarisation and at 25 °C. */
    public StringPlant(List<BlockCondition> blocks) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("string of 0 blocks - 1 or more");
        }
        size = blocks.size();
        conditions = new BlockCondition[size];
        cell = new CellParameters[size];
        cellsOk = new int[size];
        shortedVolts = new double[size];
        polFarads = new double[size];
        gasAmps = new double[size];
        acceptance = new double[size];
        polarisationConductance = new double[size];
        wellCoulombs = new double[size];
        fullOhms = new double[size];
        contactOhms = new double[size];
        drainAmps = new double[size];
        shortAmps = new double[size];
        heatCapacity = new double[size];
        cooling = new double[size];
        neighbourCooling = new double[size];
        ambientOffset = new double[size];
        eta = new double[size];
        h1 = new double[size];
        h2 = new double[size];
        celsius = new double[size];
        volts = new double[size];
        open = new double[size];
        conductance = new double[size];
        main = new double[size];
        gas = new double[size];
        ohms = new double[size];
        drain = new double[size];
        factor = new double[size];
        for (int i = 0; i < size; i++) {
            change(i, blocks.get(i));
            set(i, BlockState.rested(1, 25));
        }
    }

    /** Gives block {@code i} another condition, such as a fault; its state stays. */
    public void change(int i, BlockCondition condition) {
        CellParameters p = condition.parameters();
        double capacity = condition.nominalAh();
        double perKelvin = condition.cells() * capacity * Math.cbrt(100 / capacity);
        conditions[i] = condition;
        cell[i] = p;
        cellsOk[i] = condition.cellsOk();
        shortedVolts[i] = SHORTED_CELL_VOLTS * (condition.cells() - condition.cellsOk());
        polFarads[i] = p.cPol() * capacity;
        gasAmps[i] = capacity * condition.gasFactor() * p.iGas();
        acceptance[i] = p.g() * capacity * condition.sulfation();
        polarisationConductance[i] = capacity * condition.capacityFactor() / p.rp();
        wellCoulombs[i] = p.qf() * capacity * condition.capacityFactor() * 3600;
        fullOhms[i] = condition.fullOhms();
        contactOhms[i] = condition.contactOhms();
        drainAmps[i] = condition.selfAmps() + condition.shortAmps();
        shortAmps[i] = condition.shortAmps();
        heatCapacity[i] = p.cTh() * condition.cells() * capacity;
        cooling[i] = p.hA() * perKelvin * condition.coolingFactor();
        neighbourCooling[i] = p.gNb() * perKelvin;
        ambientOffset[i] = condition.ambientOffsetKelvin();
        cells = 0;
        for (BlockCondition known : conditions) {
            cells += known == null ? 0 : known.cells();
        }
    }

    /** Sets the state of block {@code i}; its voltage becomes that at no current. */
    public void set(int i, BlockState state) {
        eta[i] = state.eta();
        h1[i] = state.available();
        h2[i] = state.bound();
        celsius[i] = state.celsius();
        volts[i] = cellsOk[i] * (cell[i].openVolts(h1[i], celsius[i]) + eta[i]) + shortedVolts[i];
    }

    /**
     * Settles every block at float: the polarisations at which one common current is gassing, acceptance and
     * drain of each block, and the mean cell has {@code voltsPerCell}. Both wells take the block's charge;
     * temperatures stay.
     */
    public void settleFloat(double voltsPerCell) {
        FloatSettling.settle(this, voltsPerCell);
    }

    /** Goes one step further. {@code bypassAmps} is what each block's module draws beside its own supply, A. */
    public void step(double dtSeconds, Drive drive, double ambientCelsius, double[] bypassAmps) {
        double sumOpen = 0;
        double sumOhms = 0;
        double sumCelsius = 0;
        for (int i = 0; i < size; i++) {
            prepare(i, dtSeconds, bypassAmps[i]);
            sumOpen += cellsOk[i] * (open[i] + eta[i] - factor[i] * (drain[i] + main[i] + gas[i]))
                    + shortedVolts[i] - ohms[i] * drain[i];
            sumOhms += cellsOk[i] * factor[i] + ohms[i];
            sumCelsius += celsius[i];
        }
        amps = drive.amps(sumOpen, sumOhms, cells, sumCelsius / size);
        double left = celsius[0];
        for (int i = 0; i < size; i++) {
            double before = celsius[i];
            double right = i + 1 < size ? celsius[i + 1] : before;
            finish(i, dtSeconds, ambientCelsius, left + right - 2 * before);
            left = before;
        }
    }

    private void prepare(int i, double dtSeconds, double bypassAmps) {
        CellParameters p = cell[i];
        double openVolts = p.openVolts(h1[i], celsius[i]);
        double g = conductance(i, eta[i]);
        double gasAmpsNow = gasAmps[i] * p.gassing(openVolts + eta[i], celsius[i]);
        open[i] = openVolts;
        conductance[i] = g;
        main[i] = g * eta[i];
        gas[i] = gasAmpsNow;
        ohms[i] = ohms(i);
        drain[i] = bypassAmps + drainAmps[i];
        factor[i] = dtSeconds / (polFarads[i] + dtSeconds * (g + p.cU() * gasAmpsNow));
    }

    /** Returns dI_main/dη of block {@code i} on the branch of {@code etaVolts}, A/V. */
    private double conductance(int i, double etaVolts) {
        return etaVolts > 0
                ? acceptance[i] * Math.max(1 - h1[i], 0)
                : polarisationConductance[i] / (1 + 0.12 / (Math.max(h1[i], 0) + 0.02));
    }

    private void finish(int i, double dtSeconds, double ambientCelsius, double neighboursKelvin) {
        CellParameters p = cell[i];
        double oldEta = eta[i];
        double net = amps - drain[i];
        double d = clip(factor[i] * (net - main[i] - gas[i]), -0.3, 0.15);
        double newEta = oldEta + d;
        volts[i] = cellsOk[i] * (open[i] + newEta) + shortedVolts[i] + ohms[i] * net;
        double mainAfter = newEta > 0 == oldEta > 0 ? main[i] + conductance[i] * d : conductance(i, newEta) * newEta;
        double level = p.k() * (h2[i] - h1[i]);
        double toAvailable = mainAfter / (p.c() * wellCoulombs[i]) + level * (1 - p.c());
        h1[i] = clip(h1[i] + dtSeconds * toAvailable, MIN_AVAILABLE, 1);
        h2[i] = clip(h2[i] - dtSeconds * level * p.c(), 0, 1);
        double watts = cellsOk[i] * gas[i] * (open[i] + oldEta - 1.48 * (1 - p.rec())) + ohms[i] * net * net
                + cellsOk[i] * Math.abs(mainAfter * oldEta) + shortAmps[i] * Math.max(volts[i], 0);
        double loss = cooling[i] * (celsius[i] - ambientCelsius - ambientOffset[i]);
        double rise = dtSeconds / heatCapacity[i] * (watts - loss + neighbourCooling[i] * neighboursKelvin);
        celsius[i] += celsius[i] > VENTING_CELSIUS ? Math.min(rise, 0) : rise;
        eta[i] = newEta;
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Returns the number of blocks. */
    public int size() {
        return size;
    }

    /** Returns the number of cells of the whole string, shorted ones included. */
    public int cells() {
        return cells;
    }

    /** Returns what block {@code i} is. */
    public BlockCondition condition(int i) {
        return conditions[i];
    }

    /** Returns the state of block {@code i}. */
    public BlockState state(int i) {
        return new BlockState(eta[i], h1[i], h2[i], celsius[i]);
    }

    /** Returns the terminal voltage of block {@code i} in the last step, V. */
    public double volts(int i) {
        return volts[i];
    }

    /** Returns the voltage of the string in the last step, V. */
    public double stringVolts() {
        double sum = 0;
        for (double block : volts) {
            sum += block;
        }
        return sum;
    }

    /** Returns the current of the string in the last step, A, positive charges. */
    public double currentAmps() {
        return amps;
    }

    /** Returns the temperature of block {@code i}, °C. */
    public double celsius(int i) {
        return celsius[i];
    }

    /** Returns the present internal resistance of block {@code i}, contact included, Ω. */
    public double ohms(int i) {
        return fullOhms[i] * (1 + 0.5 * (1 - h1[i])) * Math.exp(-cell[i].aR() * (celsius[i] - 25)) + contactOhms[i];
    }

    /** Returns the charge of block {@code i} over what it holds when full, 0 to 1. */
    public double soc(int i) {
        return cell[i].c() * h1[i] + (1 - cell[i].c()) * h2[i];
    }

    /** Returns the polarisation of block {@code i}, V per cell. */
    public double eta(int i) {
        return eta[i];
    }
}
