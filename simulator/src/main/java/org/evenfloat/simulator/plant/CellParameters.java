// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The constants of one kind of lead-acid cell. Extensive ones are per Ah of nominal 10 h capacity and per cell.
 *
 * @param u0 open-circuit voltage of the empty cell at 25 °C, V
 * @param u1 rise of the open-circuit voltage over the whole charge of the available well, V
 * @param kTocv temperature coefficient of the open-circuit voltage, V/K
 * @param uk depth of the knee at the end of a discharge, V
 * @param hk width of that knee, share of the available well
 * @param c share of the available well in the kinetic battery model
 * @param k rate between the wells, 1/s
 * @param qf charge of both wells over the 10 h capacity
 * @param g charge acceptance, A/(Ah·V)
 * @param iGas gassing current at {@code vG0} and {@code tG0}, A/Ah
 * @param cU voltage coefficient of gassing, 1/V
 * @param cT temperature coefficient of gassing, 1/K
 * @param vG0 cell voltage at which {@code iGas} holds, V
 * @param tG0 temperature at which {@code iGas} holds, °C
 * @param cPol polarisation capacitance, F/Ah
 * @param rp discharge polarisation, Ω·Ah
 * @param aR temperature coefficient of the internal resistance, 1/K
 * @param cTh heat capacity, J/(K·Ah)
 * @param hA heat transfer to the room at 100 Ah, W/(K·Ah)
 * @param gNb heat transfer to each neighbour at 100 Ah, W/(K·Ah)
 * @param rec share of the gas that recombines
 */
public record CellParameters(
        double u0, double u1, double kTocv, double uk, double hk, double c, double k, double qf, double g,
        double iGas, double cU, double cT, double vG0, double tG0, double cPol, double rp, double aR,
        double cTh, double hA, double gNb, double rec) {

    /** A generic valve-regulated cell; gassing after Schiffer 2007, wells fitted to usual data-sheet ratios. */
    public static final CellParameters GENERIC = new CellParameters(
            1.95, 0.195, 0.0002, 0.12, 0.03, 0.40, 1.5 / 3600, 1.10, 2.2,
            0.0002, 11, 0.06, 2.23, 20, 25, 0.035, 0.007,
            290.0 / 6, 0.00275, 0.001, 0.97);

    /**
     * The cell fitted to a recorded C/10 discharge of a 12 V 100 Ah AGM block. That block had
     * {@value #MEASURED_AGM_CAPACITY} of its nominal capacity.
     */
    public static final CellParameters MEASURED_AGM = new CellParameters(
            1.9205, 0.238, 0.0002, 0.071, 0.097, 0.40, 1.5 / 3600, 1.10, 2.2,
            0.0002, 11, 0.06, 2.23, 20, 25, 0.1035, 0.007,
            290.0 / 6, 0.00275, 0.001, 0.97);

    /** Capacity factor that belongs to {@link #MEASURED_AGM}. */
    public static final double MEASURED_AGM_CAPACITY = 0.947;

    private static final List<String> NAMES = List.of(
            "U0", "U1", "kTocv", "Uk", "hk", "c", "k", "qf", "g", "i_gas", "c_u", "c_T", "V_g0", "T_g0", "C_pol", "Rp",
            "aR", "cth", "hA", "gnb", "rec");

    /**
     * Returns the parameters given by their names in parameter files ({@code U0}, {@code c_u}, {@code C_pol} …).
     *
     * @throws IllegalArgumentException when a name is missing, unknown or not a finite number; lists all of them
     */
    public static CellParameters named(Map<String, Double> values) {
        List<String> problems = new ArrayList<>();
        for (String name : NAMES) {
            Double value = values.get(name);
            if (value == null || !Double.isFinite(value)) {
                problems.add(name + ": " + (value == null ? "nothing" : value) + " - a number");
            }
        }
        for (String name : values.keySet()) {
            if (!NAMES.contains(name)) {
                problems.add(name + ": unknown - one of " + String.join(", ", NAMES));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        double[] v = NAMES.stream().mapToDouble(values::get).toArray();
        return new CellParameters(
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15],
                v[16], v[17], v[18], v[19], v[20]);
    }

    /** Returns these parameters by the names that {@link #named} reads. */
    public Map<String, Double> toNamed() {
        double[] v = {
            u0, u1, kTocv, uk, hk, c, k, qf, g, iGas, cU, cT, vG0, tG0, cPol, rp, aR, cTh, hA, gNb, rec
        };
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < v.length; i++) {
            named.put(NAMES.get(i), v[i]);
        }
        return named;
    }

    /** Returns the voltage of a cell without polarisation, V, at a charge of the available well and °C. */
    double openVolts(double h1, double celsius) {
        return Math.max(-0.2, u0 + u1 * h1 + kTocv * (celsius - 25) - uk * Math.exp(-h1 / hk));
    }

    /** Returns how many times {@code iGas} a cell gasses at that voltage without ohmic drop, V, and °C. */
    double gassing(double volts, double celsius) {
        double exponent = cU * (volts - vG0) + cT * (celsius - tG0);
        return Math.exp(Math.max(-30, Math.min(9, exponent)));
    }
}
