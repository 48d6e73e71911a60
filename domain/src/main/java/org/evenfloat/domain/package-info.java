// SPDX-License-Identifier: Apache-2.0
/**
 * The physics and the rules of stationary batteries in float service. Pure Java on java.base: no
 * clock, no threads, no I/O, no randomness; the same input gives the same output.
 */
package org.evenfloat.domain;
