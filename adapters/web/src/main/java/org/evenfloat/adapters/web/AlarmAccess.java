// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.ViewAlarms;

/**
 * What the API needs of the alarms.
 *
 * @param view those that stand, and what has become of all
 * @param handle what people do about them
 */
public record AlarmAccess(ViewAlarms view, HandleAlarms handle) {}
