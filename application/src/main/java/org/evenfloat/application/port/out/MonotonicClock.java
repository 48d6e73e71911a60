// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** A clock for durations: never jumps, whatever happens to the wall clock. */
@FunctionalInterface
public interface MonotonicClock {

    /** Returns ms since an arbitrary origin. */
    long millis();
}
