// SPDX-License-Identifier: Apache-2.0
/**
 * Recognition of a string's operating state from its voltages and, where there is a sensor, its
 * current.
 */
package org.evenfloat.domain.state;
