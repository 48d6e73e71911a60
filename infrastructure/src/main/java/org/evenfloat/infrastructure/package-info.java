// SPDX-License-Identifier: Apache-2.0
/**
 * The composition root: where the program starts and where everything is put together.
 */
package org.evenfloat.infrastructure;
