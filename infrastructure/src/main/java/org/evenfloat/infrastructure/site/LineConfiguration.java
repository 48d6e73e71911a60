// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import org.evenfloat.adapters.bacsbus.LineSettings;

/**
 * One module line.
 *
 * @param settings how it is reached and timed
 * @param plan when its devices are asked
 */
public record LineConfiguration(LineSettings settings, LinePlan plan) {}
