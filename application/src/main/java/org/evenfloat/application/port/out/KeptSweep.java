// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * One sweep on its way into the history.
 *
 * @param roster which block and sensor stands in which row
 * @param image what the sweep saw
 * @param states code of the string state per module row ({@code StringState.ordinal()})
 */
public record KeptSweep(LineRoster roster, SweepImage image, byte[] states) {}
