// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

/**
 * The mean cell of a lead-acid string through a whole cycle: two wells of charge, polarisation, gassing, what its
 * module draws. Currents are per Ah of capacity; the parameters that differ between makes can be chosen.
 */
final class CellModel {

    private static final double RESISTANCE_OHM_AMP_HOURS = 0.060 * Math.pow(40, -0.55) / 6 * 40;
    private static final double FAST_SHARE = 0.4;
    private static final double MODULE_AMPS = 0.0004;
    private static final double EXCHANGE_PER_SECOND = 1.5 / 3600;

    private final double farads;
    private final double gassingPerVolt;
    private double fast = 1;
    private double slow = 1;
    private double polarisationVolts = 0.125;
    private double volts = 2.27;
    private double amps;

    CellModel(double faradPerAmpHour, double gassingPerVolt) {
        this.farads = faradPerAmpHour;
        this.gassingPerVolt = gassingPerVolt;
    }

    double volts() {
        return volts;
    }

    /** Per Ah. */
    double amps() {
        return amps;
    }

    /** Charges at {@code setVolts} with at most {@code mostAmps} for one step. */
    void charge(double dtSeconds, double setVolts, double mostAmps) {
        step(dtSeconds, setVolts, mostAmps);
    }

    /** Draws {@code load} for one step; 0 is rest. */
    void load(double dtSeconds, double load) {
        step(dtSeconds, Double.NaN, -load);
    }

    private void step(double dt, double setVolts, double fixedAmps) {
        double openVolts = Math.max(-0.2, 1.95 + 0.195 * fast - 0.12 * Math.exp(-fast / 0.03));
        boolean charging = polarisationVolts > 0;
        double conductance =
                charging ? 2.2 * Math.max(1 - fast, 0) : 1 / (0.035 * (1 + 0.12 / (Math.max(fast, 0) + 0.02)));
        double main = conductance * polarisationVolts;
        double exponent = gassingPerVolt * (openVolts + polarisationVolts - 2.23) + 0.06 * 5;
        double gassing = 0.0002 * Math.exp(Math.max(-30, Math.min(9, exponent))) + MODULE_AMPS;
        double stiffness = dt / (farads + dt * (conductance + gassingPerVolt * gassing));
        double ohms = RESISTANCE_OHM_AMP_HOURS * (1 + 0.5 * (1 - fast));
        double zeroVolts = openVolts + polarisationVolts - stiffness * (main + gassing);
        double perAmp = stiffness + ohms;
        amps = Double.isNaN(setVolts)
                ? fixedAmps
                : Math.max(0, Math.min(fixedAmps, (setVolts - zeroVolts) / perAmp));
        volts = zeroVolts + perAmp * amps;
        double change = stiffness * (amps - main - gassing);
        main += conductance * change;
        polarisationVolts += change;
        double exchange = EXCHANGE_PER_SECOND * (slow - fast);
        fast += dt * (main / (FAST_SHARE * 1.1 * 3600) + exchange * (1 - FAST_SHARE));
        slow -= dt * exchange * FAST_SHARE;
        fast = Math.max(-0.09, Math.min(1, fast));
        slow = Math.max(0, Math.min(1, slow));
    }
}
