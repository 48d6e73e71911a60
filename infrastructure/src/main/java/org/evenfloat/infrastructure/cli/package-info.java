// SPDX-License-Identifier: Apache-2.0
/**
 * The commands of {@code ./evenfloat}, one class each.
 */
package org.evenfloat.infrastructure.cli;
