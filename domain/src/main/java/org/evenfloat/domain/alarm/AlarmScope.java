// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** What sort of thing an alarm is about. */
public enum AlarmScope {
    BLOCK,
    STRING,
    LINE,
    /** A breaker that disconnects strings. */
    BREAKER,
    /** The monitor itself. */
    SERVER
}
