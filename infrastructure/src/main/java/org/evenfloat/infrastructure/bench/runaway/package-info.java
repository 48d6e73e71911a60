// SPDX-License-Identifier: Apache-2.0
/**
 * Simulated strings in which something does or does not run away, shown to the runaway guard and to the usual simple
 * rules at once. The stories and their figures are this bench's own; nothing here is used by the server.
 */
package org.evenfloat.infrastructure.bench.runaway;
