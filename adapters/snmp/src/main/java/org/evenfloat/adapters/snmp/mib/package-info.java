// SPDX-License-Identifier: Apache-2.0
/** What the agent tells of a site: its own MIB, the one of RFC 1628 with the extensions of the field, and that of BACS. */
package org.evenfloat.adapters.snmp.mib;
