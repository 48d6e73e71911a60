// SPDX-License-Identifier: Apache-2.0
/**
 * The module bus of {@code docs/module-bus.md} as its master: frames, slots, retries, serial ports and TCP. No
 * meaning of the values and no decisions.
 */
package org.evenfloat.adapters.bacsbus;
