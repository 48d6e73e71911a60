// SPDX-License-Identifier: Apache-2.0
/**
 * What measurements say about the health of a block: its internal resistance against its own past, and how it stands
 * in a discharge beside the others. Verdicts, not alarms.
 */
package org.evenfloat.domain.health;
