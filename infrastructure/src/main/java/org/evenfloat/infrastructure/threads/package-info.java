// SPDX-License-Identifier: Apache-2.0
/**
 * The server's threads: one per line, one for guards and breakers, one conductor, one history writer. Each
 * waits only in its mailbox.
 */
package org.evenfloat.infrastructure.threads;
