// SPDX-License-Identifier: Apache-2.0
/**
 * The whole server as its own process against the simulator on real bytes, and the rules of the house.
 */
package org.evenfloat.acceptance;
