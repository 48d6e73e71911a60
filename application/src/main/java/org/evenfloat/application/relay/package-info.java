// SPDX-License-Identifier: Apache-2.0
/**
 * Relays, inputs and breakers: orders to them and what they are. Decides nothing: when a breaker is opened is the trip
 * policy's matter.
 */
package org.evenfloat.application.relay;
