// SPDX-License-Identifier: Apache-2.0
/**
 * Modules as installed: which serial number belongs where, and what to do when another one turns up.
 */
package org.evenfloat.application.commissioning;
