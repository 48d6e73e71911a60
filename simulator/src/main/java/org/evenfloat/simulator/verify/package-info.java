// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a directory of reference cases against the plant of {@code simulator.plant} and the server's own
 * equalizer and state recognition. Reads every parameter from the directory. Contains no controller and no plant.
 */
package org.evenfloat.simulator.verify;
