// SPDX-License-Identifier: Apache-2.0
/**
 * How a master reaches a simulated line: over TCP, as through a serial device server, or over a pseudo-terminal, as
 * through a serial port. One named daemon thread a line moves the bytes at the line's pace. Nothing here knows
 * frames or devices.
 */
package org.evenfloat.simulator.wire.transport;
