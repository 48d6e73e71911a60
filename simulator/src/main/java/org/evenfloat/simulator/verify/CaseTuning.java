// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import org.evenfloat.domain.equalize.EqualizerTuning;
import org.evenfloat.domain.topology.BatteryString;

/** The equalizer's constants as a case asks for them. */
final class CaseTuning {

    private CaseTuning() {
    }

    /** Returns a tuning in which the case names every constant that a step of the controller uses. */
    static EqualizerTuning complete(PhysicsCase expected) throws MalformedSetException {
        try {
            return new EqualizerTuning(
                    expected.positive("kp"), expected.positive("ti"), expected.number("db"), expected.number("alpha"),
                    expected.number("lost_max"), expected.positive("slew"), 0);
        } catch (IllegalArgumentException e) {
            throw expected.bad("kp, ti, db, alpha, lost_max, slew", e.getMessage(), "what the equalizer takes");
        }
    }

    /** Returns the product's own constants with the gain and the integral time of the case. */
    static EqualizerTuning gains(PhysicsCase expected, BatteryString string, double periodSeconds)
            throws MalformedSetException {
        EqualizerTuning own = EqualizerTuning.of(string.blockType(), string.moduleType(), periodSeconds, 0);
        try {
            return new EqualizerTuning(
                    expected.positive("kp"), expected.positive("ti"), own.deadbandVolts(), own.filterShare(),
                    own.lostSeconds(), own.slewPerSecond(), own.targetFilterSeconds());
        } catch (IllegalArgumentException e) {
            throw expected.bad("kp, ti", e.getMessage(), "what the equalizer takes");
        }
    }
}
