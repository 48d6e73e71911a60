// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** Why an alarm is hidden. Names are stored: never rename. */
public enum HideReason {
    /** Somebody does not want to hear of it for a time. */
    SHELVED,
    /** The state of the plant makes it meaningless. */
    SUPPRESSED,
    /** What it is about is being worked on. */
    OUT_OF_SERVICE,
    /** Another alarm says it for all of its sort: a line that is down for its modules. */
    GROUPED
}
