// SPDX-License-Identifier: Apache-2.0
/** The SNMP agent of a site, and the traps that it sends. */
package org.evenfloat.adapters.snmp;
