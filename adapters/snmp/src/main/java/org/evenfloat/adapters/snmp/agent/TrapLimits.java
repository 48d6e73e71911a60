// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

/**
 * What bounds the telling of alarms.
 *
 * @param waiting notifications that wait for a receiver; beyond, the oldest is forgotten
 * @param underWay informs that wait for their confirmation at once
 * @param firstWaitMillis how long a confirmation is waited for; twice as long after each repetition
 * @param tries how often an inform is sent at the most
 * @param pauseMillis until a receiver that could not be found is looked for again
 */
record TrapLimits(int waiting, int underWay, long firstWaitMillis, int tries, long pauseMillis) {

    static final TrapLimits STANDARD = new TrapLimits(1_000, 8, 5_000, 4, 60_000);
}
