// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/** How long something has held without a break, counted from the first cycle in which it held. */
final class UnbrokenTime {

    private double seconds;
    private boolean holding;

    /** Lets time pass and returns whether the condition has held for at least {@code requiredSeconds} now. */
    boolean reaches(double requiredSeconds, boolean holds, double dtSeconds) {
        seconds = holds && holding ? seconds + dtSeconds : 0;
        holding = holds;
        return holds && seconds >= requiredSeconds;
    }

    void breakOff() {
        holding = false;
        seconds = 0;
    }
}
