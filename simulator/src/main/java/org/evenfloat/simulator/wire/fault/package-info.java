// SPDX-License-Identifier: Apache-2.0
/**
 * What goes wrong on a line: each {@link org.evenfloat.simulator.wire.LineFault} is one idea, is seeded where it
 * draws lots, can be combined with any other, and counts how often it happened. Order matters as it does on a real
 * line: lost answers do not collide, and an answer is corrupted after it has collided.
 */
package org.evenfloat.simulator.wire.fault;
