// SPDX-License-Identifier: Apache-2.0
/**
 * Alarms in files of the data folder ({@code docs/alarm-files.md}): what stands, what has become of all of them, and the
 * resistances of which their trends are made; and contacts that are files. Decides nothing about alarms.
 */
package org.evenfloat.adapters.alarmfiles;
