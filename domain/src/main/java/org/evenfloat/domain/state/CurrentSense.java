// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

/**
 * What a string current says: discharging, charging, or nothing to speak of. A discharge counts from the first sample
 * on; whether there is no current is judged from a minute's mean, because the noise of a sensor is as large as a
 * float current.
 */
final class CurrentSense {

    /** Shares of C10 per hour. */
    private static final double DISCHARGE_SHARE = 0.005;

    private static final double ZERO_SHARE = 0.0002;

    /** A larger change is a switch, not noise. */
    private static final double STEP_SHARE = 0.01;

    private static final double FILTER_SECONDS = 60;

    /** As the equalizer assumes where nobody knows the capacity. */
    private static final double UNKNOWN_CAPACITY_AMP_HOURS = 20;

    private final double dischargeAmps;
    private final double zeroAmps;
    private final double stepAmps;
    private double filteredAmps = Double.NaN;
    private boolean discharging;
    private boolean idle;

    CurrentSense(double capacityAmpHours, double sensorZeroAmps) {
        double ampHours = capacityAmpHours > 0 ? capacityAmpHours : UNKNOWN_CAPACITY_AMP_HOURS;
        double sensorZero = Math.abs(sensorZeroAmps);
        this.dischargeAmps = Math.max(DISCHARGE_SHARE * ampHours, sensorZero);
        this.zeroAmps = Math.max(ZERO_SHARE * ampHours, sensorZero);
        this.stepAmps = Math.max(STEP_SHARE * ampHours, 2 * sensorZero);
    }

    void add(double dtSeconds, double amps) {
        if (!Double.isFinite(amps)) {
            filteredAmps = Double.NaN;
            discharging = false;
            idle = false;
            return;
        }
        discharging = amps < -(discharging ? dischargeAmps / 2 : dischargeAmps);
        boolean follow = Double.isNaN(filteredAmps) || Math.abs(amps - filteredAmps) > stepAmps;
        filteredAmps += follow ? 0 : Math.min(1, dtSeconds / FILTER_SECONDS) * (amps - filteredAmps);
        filteredAmps = follow ? amps : filteredAmps;
        idle = Math.abs(filteredAmps) <= (idle ? 2 * zeroAmps : zeroAmps);
    }

    boolean known() {
        return !Double.isNaN(filteredAmps);
    }

    boolean discharging() {
        return discharging;
    }

    /** No current beyond the sensor's zero. */
    boolean idle() {
        return idle;
    }

    /** More than any string takes that is only held at a voltage below float. */
    boolean plainlyCharging() {
        return filteredAmps > dischargeAmps;
    }

    boolean charging() {
        return filteredAmps > 0 && !idle;
    }
}
