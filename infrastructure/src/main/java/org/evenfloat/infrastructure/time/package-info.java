// SPDX-License-Identifier: Apache-2.0
/**
 * Time as the server's threads meet it: two clocks, and mailboxes as the one place where a thread waits. In a
 * simulation the same mailboxes keep the server in lockstep with the simulated room. I/O, HTTP and sessions do not
 * use this time; they stay in real time.
 */
package org.evenfloat.infrastructure.time;
