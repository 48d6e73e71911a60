// SPDX-License-Identifier: Apache-2.0
/**
 * What is installed: site, batteries, strings, blocks, module types, battery profiles and where each
 * module hangs on which line. Nothing measured, and nothing about serial ports or sockets.
 */
package org.evenfloat.domain.topology;
