// SPDX-License-Identifier: Apache-2.0
/** Messages of SNMP v1, v2c, v3: who may read what, answers out of {@link org.evenfloat.adapters.snmp.variables}, traps. */
package org.evenfloat.adapters.snmp.agent;
