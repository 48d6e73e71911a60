// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

/** What is the matter with the sensors. */
enum SensorFault {
    NONE(""),
    STUCK("stuck85"),
    OPEN("open"),
    RAMP("ramp"),
    TWO_RAMPS("two_ramp_adj"),
    SPIKES("spikes"),
    AMBIENT("ambfail");

    final String label;

    SensorFault(String label) {
        this.label = label;
    }
}
