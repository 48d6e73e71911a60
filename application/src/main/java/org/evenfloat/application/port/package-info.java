// SPDX-License-Identifier: Apache-2.0
/**
 * The server's ports.
 */
package org.evenfloat.application.port;
