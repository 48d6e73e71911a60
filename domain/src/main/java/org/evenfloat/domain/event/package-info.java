// SPDX-License-Identifier: Apache-2.0
/**
 * Things that happened and are worth a line in the log. Standing conditions belong to the alarms.
 */
package org.evenfloat.domain.event;
