// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.application.access.GuardedBackTest;
import org.evenfloat.application.alarm.AlarmLimits;

/**
 * What it takes to find good limits.
 *
 * @param limits in force
 * @param backTest tries others on the history
 */
public record AlarmTuning(AlarmLimits limits, GuardedBackTest backTest) {}
