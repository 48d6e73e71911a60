// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/** Looks at how the server itself is doing. Never waits. */
@FunctionalInterface
public interface ViewHealth {

    /** Returns the present health. */
    Health health();
}
