// SPDX-License-Identifier: Apache-2.0
/**
 * Measured values in columns with a quality beside each, the images that carry them, and the
 * plausibility rules that turn GOOD into SUSPECT. No alarms and no decisions.
 */
package org.evenfloat.domain.measure;
