// SPDX-License-Identifier: Apache-2.0
/**
 * When a battery breaker is opened, and how it is made sure that it has opened: countdown, veto, orders, reading back,
 * release. Not whether a string runs away ({@code domain.runaway}), and not how a relay is reached.
 */
package org.evenfloat.domain.trip;
