// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/**
 * What one client may take of the server.
 *
 * @param connections most at once; one more makes the server close the one that has been silent longest, if that is for
 *     longer than {@code yieldMillis}, else it is turned away
 * @param yieldMillis see there
 * @param idleMillis a connection without any request for so long is closed
 * @param stallMillis a request that is begun and not finished, or an answer that is not taken, for so long ends a connection
 */
record TcpLimits(int connections, long yieldMillis, long idleMillis, long stallMillis) {

    static final TcpLimits STANDARD = new TcpLimits(1_200, 60_000, 15 * 60_000, 10_000);
}
