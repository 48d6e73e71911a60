// SPDX-License-Identifier: Apache-2.0
/**
 * The running server: everything of one site put together, started and stopped in order.
 */
package org.evenfloat.infrastructure.server;
