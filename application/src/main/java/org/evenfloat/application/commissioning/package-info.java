// SPDX-License-Identifier: Apache-2.0
/**
 * Modules as installed: which serial number belongs where, what to do when another one turns up, how their readings are
 * corrected, and the work on a line by which they come there.
 */
package org.evenfloat.application.commissioning;
