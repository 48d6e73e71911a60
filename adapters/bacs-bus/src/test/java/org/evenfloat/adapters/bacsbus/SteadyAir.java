// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.simulator.wire.TemperatureProbe;

/** Air of one temperature. */
record SteadyAir(double celsius) implements TemperatureProbe {}
