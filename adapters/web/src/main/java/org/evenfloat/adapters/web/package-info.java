// SPDX-License-Identifier: Apache-2.0
/**
 * The web API: REST and server-sent events on the loopback interface over the in-ports, and a page that shows them.
 * Holds no state of the battery and no rule about it: what it tells is what the ports tell, and what is not
 * measured is {@code null}.
 */
package org.evenfloat.adapters.web;
