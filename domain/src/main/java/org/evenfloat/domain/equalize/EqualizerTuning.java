// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.ModuleType;

/**
 * The constants of one string's equalizer.
 *
 * @param gainPerVolt duty per volt of deviation (Kp)
 * @param integralSeconds time in which a lasting deviation adds the same duty again (Ti)
 * @param deadbandVolts deviation that is not integrated, V
 * @param filterShare share of a new voltage in the filtered one, 0 to 1
 * @param lostSeconds time without a voltage after which a block gets no duty, s
 * @param slewPerSecond fastest rise of a duty, 1/s
 * @param targetFilterSeconds time constant of the target in float, s
 */
public record EqualizerTuning(
        double gainPerVolt,
        double integralSeconds,
        double deadbandVolts,
        double filterShare,
        double lostSeconds,
        double slewPerSecond,
        double targetFilterSeconds) {

    /** 1.5 mV: the noise of one voltage as the modules measure it. */
    public static final double DEADBAND_VOLTS = 0.0015;

    /** A block that was silent for 3 minutes gets no duty. */
    public static final double LOST_SECONDS = 180;

    private static final double FILTER_SHARE = 0.5;
    private static final double SLEW_PER_SECOND = 0.01;
    private static final double TARGET_FILTER_SECONDS = 120;

    /** Polarisation capacitance of a lead-acid cell, F per Ah of nominal capacity; measured range 10 to 70. */
    private static final double FARAD_PER_AMP_HOUR = 25;

    /** Slow, but stable for every block from 4 Ah on. */
    private static final double UNKNOWN_CAPACITY_AMP_HOURS = 20;

    private static final double HIGHEST_GAIN_PER_VOLT = 100;
    private static final double SHORTEST_LOOP_SECONDS = 300;
    private static final double SHORTEST_INTEGRAL_SECONDS = 1200;

    /** Checks every constant. */
    public EqualizerTuning {
        require("gainPerVolt", gainPerVolt, gainPerVolt > 0 && gainPerVolt <= HIGHEST_GAIN_PER_VOLT, "above 0 to 100");
        require("integralSeconds", integralSeconds, integralSeconds > 0, "above 0");
        require("deadbandVolts", deadbandVolts, deadbandVolts >= 0, "0 or more");
        require("filterShare", filterShare, filterShare > 0 && filterShare <= 1, "above 0 to 1");
        require("lostSeconds", lostSeconds, lostSeconds >= 0, "0 or more");
        require("slewPerSecond", slewPerSecond, slewPerSecond > 0, "above 0");
        require("targetFilterSeconds", targetFilterSeconds, targetFilterSeconds >= 0, "0 or more");
    }

    private static void require(String where, double given, boolean allowed, String range) {
        if (!allowed || !Double.isFinite(given)) {
            throw new IllegalArgumentException(where + ": " + given + " - " + range);
        }
    }

    /**
     * Returns the tuning for blocks of that type under modules of that type. The loop settles in
     * τ = max(300 s, 12 periods + 4 latencies), so that a cycle moves a block by at most a twelfth of its deviation:
     * the loop gain stays below 0.25, where duties begin to chatter, even when the capacitance is a third of the
     * assumed one.
     *
     * @param periodSeconds time between two cycles, s
     * @param latencySeconds time from measuring a voltage to applying the duty, s
     */
    public static EqualizerTuning of(BlockType block, ModuleType module, double periodSeconds, double latencySeconds) {
        double fullCurrentAmps = module.equalizeCurrent().amperes();
        require("equalizeCurrent of " + module.name(), fullCurrentAmps, fullCurrentAmps > 0, "above 0 A");
        require("periodSeconds", periodSeconds, periodSeconds > 0, "above 0");
        require("latencySeconds", latencySeconds, latencySeconds >= 0, "0 or more");
        double known = block.capacity().ampHours();
        double ampHours = known > 0 ? known : UNKNOWN_CAPACITY_AMP_HOURS;
        double blockFarads = FARAD_PER_AMP_HOUR * ampHours / block.cells();
        double loopSeconds = Math.max(SHORTEST_LOOP_SECONDS, 12 * periodSeconds + 4 * latencySeconds);
        double gain = Math.min(blockFarads / (loopSeconds * fullCurrentAmps), HIGHEST_GAIN_PER_VOLT);
        double integral = Math.max(4 * blockFarads / (gain * fullCurrentAmps), SHORTEST_INTEGRAL_SECONDS);
        return new EqualizerTuning(
                gain, integral, DEADBAND_VOLTS, FILTER_SHARE, LOST_SECONDS, SLEW_PER_SECOND, TARGET_FILTER_SECONDS);
    }
}
