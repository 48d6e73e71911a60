// SPDX-License-Identifier: Apache-2.0
/**
 * What runs the guard of every string and the policy of every breaker, on a thread of its own that waits for nobody:
 * fed by each line's image first, it orders relays and hands everything else over in bounded queues. Neither the rules
 * ({@code domain.runaway}, {@code domain.trip}) nor how a relay is reached.
 */
package org.evenfloat.application.protection;
