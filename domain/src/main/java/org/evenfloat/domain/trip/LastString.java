// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** What is done when the breaker takes the last string from the load. */
public enum LastString {
    /** It is opened: a fire is worse than an outage. */
    OPEN,
    /** It stays closed unless a person opens it. */
    KEEP
}
