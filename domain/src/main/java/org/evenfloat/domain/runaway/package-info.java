// SPDX-License-Identifier: Apache-2.0
/**
 * Finds a thermal runaway of a string before it is past stopping: which block or string is too hot, what supports
 * that, and how long there still is. It says what is so; whether a breaker is opened is decided elsewhere.
 */
package org.evenfloat.domain.runaway;
