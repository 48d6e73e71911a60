// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/** What sits at the ends of a string and decides its current. */
public sealed interface Drive {

    /**
     * Returns the current of the step, A, positive charges.
     *
     * @param openVolts string voltage of the step at no current, V
     * @param ohms rise of the string voltage per ampere in the step, Ω
     * @param cells number of cells of the string
     * @param celsius mean temperature of its blocks, °C
     */
    double amps(double openVolts, double ohms, int cells, double celsius);

    /**
     * A charger: constant voltage, at most a maximum current, never a sink.
     *
     * @param volts voltage it holds at 25 °C, V for the whole string
     * @param maxAmps current limit, A; infinity for none
     * @param compensationVolts change of the voltage with the string's temperature, V per cell and K; 0 for none
     */
    record Charger(double volts, double maxAmps, double compensationVolts) implements Drive {

        /** Usual temperature compensation, V per cell and K (makers give 3 to 5 mV). */
        public static final double USUAL_COMPENSATION_VOLTS = -0.003;

        /** Returns a charger without current limit or compensation. */
        public static Charger at(double volts) {
            return new Charger(volts, Double.POSITIVE_INFINITY, 0);
        }

        @Override
        public double amps(double openVolts, double ohms, int cells, double celsius) {
            double held = volts + compensationVolts * cells * (celsius - 25);
            return Math.max(0, Math.min(maxAmps, (held - openVolts) / ohms));
        }
    }

    /** Nothing: an open breaker. */
    record Rest() implements Drive {
        @Override
        public double amps(double openVolts, double ohms, int cells, double celsius) {
            return 0;
        }
    }

    /**
     * A load that draws a constant current.
     *
     * @param loadAmps what it draws, A
     */
    record LoadCurrent(double loadAmps) implements Drive {
        @Override
        public double amps(double openVolts, double ohms, int cells, double celsius) {
            return -loadAmps;
        }
    }

    /**
     * A load that draws constant power, such as an inverter.
     *
     * @param watts what it draws, W
     */
    record LoadPower(double watts) implements Drive {

        private static final int ITERATIONS = 6;

        @Override
        public double amps(double openVolts, double ohms, int cells, double celsius) {
            if (openVolts <= 0) {
                return 0; // no power can be had from a dead string
            }
            double amps = -watts / Math.max(openVolts, 1);
            for (int i = 0; i < ITERATIONS; i++) {
                amps = -watts / Math.max(openVolts + ohms * amps, 0.3 * openVolts);
            }
            return amps;
        }
    }

    /**
     * A current source.
     *
     * @param stringAmps its current, A, positive charges
     */
    record SignedCurrent(double stringAmps) implements Drive {
        @Override
        public double amps(double openVolts, double ohms, int cells, double celsius) {
            return stringAmps;
        }
    }
}
