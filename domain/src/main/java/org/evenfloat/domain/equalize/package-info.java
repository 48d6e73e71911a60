// SPDX-License-Identifier: Apache-2.0
/**
 * The equalizer: which duty each block's bypass gets so that all blocks of a string share one
 * voltage, and what to say when it cannot.
 */
package org.evenfloat.domain.equalize;
